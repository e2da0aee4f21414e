import { type Line, linesOf } from "./pdf-lines.ts";
import type { Piece } from "./pdf-text.ts";

/** Of a page's height: where programs print what is the same on each page. */
const margin = 0.085;
/** In sizes of the font: what stands so far below the text is no part of it. */
const apart = 2.5;

const pageNumber =
  /(?:^|\s)(?:-\s*)?page\s*:?\s*\d+(?:\s*(?:of|\/)\s*\d+)?(?:\s*-)?(?=\s|$)|^\s*[-–]?\s*\d+\s*[-–]?\s*$|^\s*\d+\s*(?:of|\/)\s*\d+\s*$/gi;

export type Sheet = { pieces: Piece[]; height: number };

const wordsOf = ({ stretches }: Line): string[] =>
  stretches.map(({ text }) => text.replace(pageNumber, "").trim()).filter(Boolean);

/** The lines of a page's upper and lower margin. A gap divides both from the text. */
const marginsOf = ({ pieces, height }: Sheet): { above: Line[]; below: Line[] } => {
  const lines = linesOf(pieces);
  const isApart = (at: number): boolean => {
    const [before, line] = [lines[at - 1], lines[at]];
    return before !== undefined && line !== undefined && line.y - before.y > apart * line.size;
  };
  const lastAbove = lines.findLastIndex(({ y }, at) => y < height * margin && isApart(at + 1));
  const firstBelow = lines.findIndex(({ y }, at) => y > height * (1 - margin) && isApart(at));
  return { above: lines.slice(0, lastAbove + 1), below: firstBelow < 0 ? [] : lines.slice(firstBelow) };
};

/**
 * What stands in the margins of pages, each line once and without numbers of pages, and the pages without it. A line
 * at the top of one page only is the page's own, a heading.
 */
export const withoutMargins = (sheets: readonly Sheet[]): { margins: string[][]; sheets: Sheet[] } => {
  const found = sheets.map(marginsOf);
  const key = (line: Line): string => wordsOf(line).join("\t");
  const counts = new Map<string, number>();
  for (const { above } of found)
    for (const one of new Set(above.map(key))) counts.set(one, (counts.get(one) ?? 0) + 1);
  const isOwn = (line: Line): boolean => key(line) !== "" && (counts.get(key(line)) ?? 0) < 2;
  const margins = new Map<string, string[]>();
  const bodies = sheets.map(({ pieces, height }, at) => {
    const { above, below } = found[at] as ReturnType<typeof marginsOf>;
    const gone = [...above.filter((line) => !isOwn(line)), ...below];
    for (const line of gone) if (key(line)) margins.set(key(line), wordsOf(line));
    const isGone = ({ y, size }: Piece): boolean => gone.some((line) => Math.abs(line.y - y) < size / 2);
    return { height, pieces: gone.length > 0 ? pieces.filter((piece) => !isGone(piece)) : pieces };
  });
  return { margins: [...margins.values()], sheets: bodies };
};
