import { areAlike, black, type Colour, clear, white } from "./colours.ts";
import type { Spaces } from "./line.ts";
import { declaredSpan, type Span } from "./spans.ts";
import type { Role, Style } from "./style.ts";
import { roleOf, type Tag } from "./tags.ts";

/** What text looks like at some place; an element inside may say otherwise. */
export type Look = {
  colour: Colour;
  background: Colour;
  tiny: boolean;
  invisible: boolean;
  bold: boolean;
  spaces: Spaces;
  hides: boolean;
};

export const plainLook: Look = {
  colour: black,
  background: white,
  tiny: false,
  invisible: false,
  bold: false,
  spaces: "even",
  hides: false,
};

const isSame = (look: Look, style: Style): boolean =>
  (style.bold === undefined || style.bold === look.bold) &&
  (style.spaces === undefined || style.spaces === look.spaces) &&
  (style.tiny === undefined || style.tiny === look.tiny) &&
  (style.colour === undefined || style.colour === look.colour) &&
  (style.background === undefined || style.background === look.background) &&
  (style.invisible === undefined || style.invisible === look.invisible);

/** Most elements look as what is around them, and share its look. */
export const lookWithin = (around: Look, style: Style): Look => {
  if (isSame(around, style)) return around;
  const look = {
    colour: style.colour ?? around.colour,
    background: style.background ?? around.background,
    tiny: style.tiny ?? around.tiny,
    invisible: style.invisible ?? around.invisible,
    bold: style.bold ?? around.bold,
    spaces: style.spaces ?? around.spaces,
  };
  const unreadable = look.colour === clear || areAlike(look.colour, look.background);
  return { ...look, hides: look.tiny || look.invisible || unreadable };
};

/** An element still open. `around` is how text looks once it closes. */
export type Element = {
  role: Role;
  around: Look;
  gone: boolean;
  hides: boolean;
  unseen: boolean;
  /** It is a row or a cell by its style alone, and may stand in no table. */
  isStyled: boolean;
  heads: boolean;
  span: Span | undefined;
  holdsRows: boolean;
};

export const elementOf = (
  tag: Tag,
  style: Style,
  around: Look,
  attributes: Record<string, string>,
): Element => {
  const role = roleOf(tag, style);
  return {
    role,
    around,
    gone: style.gone ?? false,
    hides: style.hides || style.struck || false,
    unseen: tag.unseen ?? false,
    isStyled: role !== tag.role,
    heads: tag.heads ?? false,
    span: role === "cell" ? declaredSpan(attributes) : undefined,
    holdsRows: false,
  };
};
