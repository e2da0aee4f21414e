import type { Declarations } from "./declarations.ts";
import { pixels } from "./lengths.ts";

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
