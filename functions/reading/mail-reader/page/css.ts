export type Declarations = ReadonlyMap<string, string>;

/** Longer than any that an honest program writes. */
const longest = 2_000;
/** What patterns look through. A picture written out within a style says in its first letters what it is. */
const longestValue = 200;

/** A CSS comment may not be looked for by a pattern: many that nobody closes would take time by their square. */
export const withoutComments = (css: string): string => {
  if (!css.includes("/*")) return css;
  let kept = "";
  let from = 0;
  for (let at = css.indexOf("/*"); at >= 0; at = css.indexOf("/*", from)) {
    kept += css.slice(from, at);
    const end = css.indexOf("*/", at + 2);
    if (end < 0) return kept;
    from = end + 2;
  }
  return kept + css.slice(from);
};

/** `color: RED !important; top: 0` property by property, in small letters. The last one said counts. */
export const declarationsOf = (css: string): Declarations => {
  const found = new Map<string, string>();
  for (const declaration of withoutComments(css.slice(0, longest)).toLowerCase().split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).replace("!important", "");
    found.set(declaration.slice(0, colon).trim(), value.trim().slice(0, longestValue));
  }
  return found;
};

/** In pixels, as far as a reader needs them: letters are taken to be of the usual size. */
const units: Record<string, number> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 37.8,
  mm: 3.78,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  "%": 0.16,
  vw: 12,
  vh: 8,
};

const length = /^([-+]?\d*\.?\d+)([a-z%]*)$/;

export const pixels = (value: string | undefined): number | undefined => {
  const [, figure, unit = ""] = length.exec(value ?? "") ?? [];
  const factor = units[unit];
  return figure === undefined || factor === undefined ? undefined : Number(figure) * factor;
};

/** Further out than any layout puts what it shows. */
const offScreen = -500;
/** A hanging indent is as wide as a column of labels. */
const offIndent = -400;
const thinnest = 1;

const isAtMost = (value: string | undefined, most: number): boolean => {
  const length = pixels(value);
  return length !== undefined && length <= most;
};

const places = ["top", "left", "right", "bottom", "margin-left", "margin-top", "margin-right"];

/** Word's hanging indent goes back by as much as a margin has gone forward. */
const isIndentedAway = (css: Declarations): boolean => {
  const indent = pixels(css.get("text-indent"));
  if (indent === undefined || indent >= 0) return false;
  const inwards = (side: string): number =>
    pixels(css.get(`${side}-left`)) ?? pixels(css.get(side)?.split(/\s+/).at(-1)) ?? 0;
  return indent + inwards("margin") + inwards("padding") <= offIndent;
};

const isFlat = (css: Declarations): boolean =>
  isAtMost(css.get("max-height"), 0) ||
  (/hidden|clip/.test(css.get("overflow") ?? "") && isAtMost(css.get("height"), thinnest));

const nothingLeft = /^rect\(\s*([\d.]+)(?:px|em|pt)?(?:[\s,]+\1(?:px|em|pt)?){3}\s*\)$/;
const insetAway = /^(?:inset\(\s*(?:[5-9]\d|100)(?:\.\d+)?%|circle\(\s*0)/;

const isClipped = (css: Declarations): boolean =>
  nothingLeft.test(css.get("clip") ?? "") || insetAway.test(css.get("clip-path") ?? "");

/** What a style puts where nobody sees it, whatever stands in it. */
export const isOutOfSight = (css: Declarations): boolean =>
  isAtMost(css.get("opacity"), 0.05) ||
  places.some((place) => isAtMost(css.get(place), offScreen)) ||
  isIndentedAway(css) ||
  isFlat(css) ||
  isClipped(css);
