import type { Look } from "./look.ts";
import { declaredSpan, type Span } from "./spans.ts";
import type { Role, Style } from "./style.ts";
import { roleOf, type Tag } from "./tags.ts";

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
