import type { Box } from "./pdf-boxes.ts";
import { type Line, linesOf } from "./pdf-lines.ts";
import type { Row } from "./pdf-page.ts";
import { tablesOf } from "./pdf-tables.ts";
import type { Piece } from "./pdf-text.ts";

/** Of a page's height: where programs print what is the same on each page. */
const margin = 0.085;
/** In sizes of the font: what stands so far below the text is no part of it. */
const apart = 2.5;

const pageNumber =
  /(?:^|\s)(?:-\s*)?page\s*:?\s*\d+(?:\s*(?:of|\/)\s*\d+)?(?:\s*-)?(?=\s|$)|^\s*[-–]?\s*\d+\s*[-–]?\s*$|^\s*\d+\s*(?:of|\/)\s*\d+\s*$/gi;

type Sheet = { pieces: Piece[]; height: number };

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
const withoutMargins = (sheets: readonly Sheet[]): { margins: string[][]; sheets: Sheet[] } => {
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

export type Page = Sheet & { boxes: Box[] };

/** Of a page's height: what ends above has not run out of room. */
const fullFrom = 0.75;
/** In sizes of the font. */
const nextLine = 0.2;
const newPart = 4;
const asLarge = 1.1;

const movedBy = (by: number) => ({
  piece: (piece: Piece): Piece => ({ ...piece, y: piece.y + by }),
  box: (box: Box): Box => ({ ...box, top: box.top + by, bottom: box.bottom + by }),
});

const byY = (pieces: readonly Piece[]): Piece[] => pieces.toSorted((a, b) => a.y - b.y);

const isHeading = (text: string): boolean =>
  text === text.toUpperCase() && /\p{Lu}{2,}\s+\S*\p{Lu}{2,}/u.test(text);

/** A page that ends for want of room goes on at the top of the next, unless a heading begins something there. */
const goesOn = (last: Piece | undefined, first: Piece, height: number): boolean =>
  last !== undefined &&
  last.y > height * fullFrom &&
  first.size < last.size * asLarge &&
  !isHeading(first.text);

/**
 * The rows of a document, read as one long page: a value or a table may go on over the break. What stands in the
 * margins comes first, where it can't be taken for more of a value.
 */
export const pagesRows = (pages: readonly Page[]): Row[] => {
  const { margins, sheets } = withoutMargins(pages);
  const all: { pieces: Piece[]; boxes: Box[] } = { pieces: [], boxes: [] };
  const breaks: number[] = [];
  let end = 0;
  sheets.forEach(({ pieces }, at) => {
    const ordered = byY(pieces);
    const [first] = ordered;
    if (!first) return;
    const boxes = pages[at]?.boxes ?? [];
    const top = Math.min(first.y - first.size, ...boxes.map((box) => box.top));
    const before = sheets[at - 1];
    const last = before && byY(before.pieces).at(-1);
    const isOn = goesOn(last, first, before?.height ?? 0);
    const step = isOn ? (boxes.length > 0 ? 0 : nextLine) : newPart;
    const by = end + step * first.size - top;
    const moved = movedBy(by);
    all.pieces.push(...pieces.map(moved.piece));
    all.boxes.push(...boxes.map(moved.box));
    if (isOn && boxes.length > 0) breaks.push(top + by);
    end = Math.max((ordered.at(-1)?.y ?? 0) + by, ...boxes.map(({ bottom }) => bottom + by));
  });
  return [...margins.map((cells) => ({ cells, gapAbove: true })), ...tablesOf(all.pieces, all.boxes, breaks)];
};
