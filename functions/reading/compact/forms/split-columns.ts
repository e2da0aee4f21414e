import { shapeOf } from "../words/fields.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { matchLabel } from "./labels.ts";

export const isSetApart = (text: string): boolean => text.includes("  ") || text.includes("\t");

/** What stands apart by tabs or runs of spaces. */
export const columnsOf = (text: string): string[] =>
  text
    .split(/\t+| {2,}/)
    .map((cell) => cell.trim())
    .filter(Boolean);

/** Words without a label belong to the cell before them. */
const folded = (cells: readonly string[], lexicon: Lexicon): string[] =>
  cells.reduce<string[]>((all, cell) => {
    const begins = all.length === 0 || lexicon.labelOf(cell) || matchLabel(cell, lexicon);
    if (begins) all.push(cell);
    else all[all.length - 1] += ` ${cell}`;
    return all;
  }, []);

const isFreeText = (cell: string, lexicon: Lexicon): boolean => {
  const known = matchLabel(cell, lexicon)?.known;
  return known !== undefined && shapeOf(known) === "text";
};

const isPairLike = (cell: string, lexicon: Lexicon): boolean => {
  const match = matchLabel(cell, lexicon);
  return match?.looksLikeLabel === true && match.value !== "";
};

/** Cells of a line laid out with tabs or runs of spaces, where it begins with a label. */
export const splitColumns = (text: string, lexicon: Lexicon): string[] | undefined => {
  if (!isSetApart(text)) return undefined;
  const cells = columnsOf(text);
  const [first = "", second = ""] = cells;
  if (cells.length < 2) return undefined;
  const holdsLabel = (from: number): boolean =>
    cells.slice(from).some((cell) => lexicon.labelOf(cell) || matchLabel(cell, lexicon)?.known);
  const known = lexicon.labelOf(first);
  const shape = known && shapeOf(known);
  const isFree = shape === "text";
  if (
    shape === "word" &&
    cells.length > 2 &&
    cells.length % 2 === 0 &&
    /^\p{Lu}\p{Ll}+(?: \p{L}+)?$/u.test(cells[2] ?? "")
  )
    return cells;
  if (known)
    return cells.length === 2 ||
      (isFree ? cells.slice(2).some((cell) => lexicon.labelOf(cell)) : holdsLabel(1))
      ? cells
      : [first, cells.slice(1).join(" ")];
  if (first.includes(":") || first.includes("="))
    return matchLabel(first, lexicon)?.looksLikeLabel &&
      !isFreeText(first, lexicon) &&
      (holdsLabel(1) || cells.slice(1).every((cell) => isPairLike(cell, lexicon)))
      ? folded(cells, lexicon)
      : undefined;
  const inPlace = cells.length % 2 === 0 && /^\p{Lu}/u.test(first) && second !== "";
  return inPlace && cells.some((cell, at) => at > 0 && at % 2 === 0 && lexicon.labelOf(cell))
    ? cells
    : undefined;
};
