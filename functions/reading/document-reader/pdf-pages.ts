import type { Box } from "./pdf-boxes.ts";
import { type Sheet, withoutMargins } from "./pdf-margins.ts";
import type { Row } from "./pdf-rows.ts";
import { tablesOf } from "./pdf-tables.ts";
import type { Piece } from "./pdf-text.ts";

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
