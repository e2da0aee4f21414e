import { backgroundOf, type Colour, colourOf } from "./colours.ts";
import { declarationsOf, isOutOfSight, pixels } from "./css.ts";
import type { Spaces } from "./line.ts";

/** What an element does to the page as it opens and closes. */
export type Role =
  | "inline"
  | "block"
  | "paragraph"
  | "table"
  | "head"
  | "body"
  | "row"
  | "cell"
  | "list"
  | "term"
  | "detail"
  | "break"
  | "rule"
  | "field";

/** What a style says of text, so far as it matters to who reads it. */
export type Style = {
  /** Takes no room at all: a cell of the kind leaves none empty in its row. */
  gone?: true;
  hides?: true;
  role?: Role;
  /** Crossed out, with all that stands in it. */
  struck?: boolean;
  bold?: boolean;
  tiny?: boolean;
  invisible?: boolean;
  colour?: Colour;
  background?: Colour;
  spaces?: Spaces;
};

const smallest = 2;
/** Half of nothing is nothing: such a size makes no letter visible again. */
const relative = /(?:\dem|%|ex|inherit)$/;

const sizeOf = (value: string): Style => {
  const size = pixels(value);
  if (size !== undefined && size < smallest) return { tiny: true };
  return relative.test(value) ? {} : { tiny: false };
};

const bolder = /\b(?:bold|bolder|[6-9]00)\b/;

/** In `font: bold 0/0 Arial` the size is the figure with a unit, or the one before a stroke. */
const shorthandSize = /(?:^|\s)([\d.]+(?:px|pt|pc|in|cm|mm|r?em|ex|%)|[\d.]+(?=\s*\/)|0(?=\s))/;

const colour = (value: Colour | undefined): Style => (value === undefined ? {} : { colour: value });
const background = (value: string): Style => {
  const painted = backgroundOf(value);
  return painted === undefined ? {} : { background: painted };
};

const displays: Record<string, Style> = {
  none: { gone: true },
  block: { role: "block" },
  flex: { role: "block" },
  "flow-root": { role: "block" },
  grid: { role: "block" },
  "list-item": { role: "block" },
  table: { role: "table" },
  "table-header-group": { role: "head" },
  "table-row-group": { role: "body" },
  "table-row": { role: "row" },
  "table-cell": { role: "cell" },
};

const whiteSpace: Record<string, Spaces> = {
  normal: "even",
  nowrap: "even",
  pre: "kept",
  "pre-wrap": "kept",
  "break-spaces": "kept",
  "pre-line": "lines",
};

const decoration = (value: string): Style => ({ struck: value.includes("line-through") });

const properties: Record<string, (value: string) => Style> = {
  display: (value) => displays[value] ?? {},
  "mso-hide": (value) => (value === "all" ? { gone: true } : {}),
  visibility: (value) => ({ invisible: value === "hidden" || value === "collapse" }),
  "font-size": sizeOf,
  font(value) {
    const size = shorthandSize.exec(value)?.[1];
    return size ? { ...sizeOf(size), bold: bolder.test(value) } : {};
  },
  "font-weight": (value) => (value === "inherit" ? {} : { bold: bolder.test(value) }),
  "text-decoration": decoration,
  "text-decoration-line": decoration,
  "white-space"(value) {
    const spaces = whiteSpace[value];
    return spaces ? { spaces } : {};
  },
  color: (value) => colour(colourOf(value)),
  background,
  "background-color": background,
  "background-image": background,
};

export const readStyle = (css: string): Style => {
  const declared = declarationsOf(css);
  const style: Style = {};
  for (const [property, value] of declared) Object.assign(style, properties[property]?.(value));
  return isOutOfSight(declared) ? { ...style, hides: true } : style;
};

/** The later one counts where both say something; what either hides stays hidden. */
export const mergeStyles = (one: Style, other: Style): Style => ({ ...one, ...other });
