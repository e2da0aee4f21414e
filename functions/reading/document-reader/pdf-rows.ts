import { type Cell, type Draft, draftsOf, lineStep, sameColumn } from "./pdf-drafts.ts";
import { joinedLines, type Line, linesOf, type Stretch } from "./pdf-lines.ts";
import type { Row } from "./pdf-page.ts";
import type { Piece } from "./pdf-text.ts";

/** A label with its value in one: in a table a label stands alone, its value in the next column. */
const inlinePair = /^[^:]{2,60}:\s+\S/;
const mostly = 0.6;

const share = (stretches: readonly Stretch[]): number =>
  stretches.filter(({ text }) => inlinePair.test(text)).length / stretches.length;

const within = ({ size, stretches, ...line }: Line, from: number, to: number): Line => ({
  ...line,
  size,
  stretches: stretches.filter(({ x }) => x >= from - sameColumn * size && x < to - sameColumn * size),
});

/** The left column may be the longer one. */
const isMoreOfLeft = (above: Line | undefined, line: Line | undefined, start: number): boolean =>
  above !== undefined &&
  line !== undefined &&
  line.y - above.y <= lineStep * line.size &&
  line.stretches.every(({ end }) => end < start);

/**
 * Lines in the order they are read: where a page is set in two columns, each a form of its own, first those of the
 * left and then those of the right. What stands above and below them keeps its place.
 */
const flowsOf = (lines: readonly Line[]): Line[][] => {
  const beside = lines.filter(({ stretches }) => stretches.length > 1);
  const lefts = beside.flatMap(({ stretches }) => stretches.slice(0, 1));
  const rights = beside.flatMap(({ stretches }) => stretches.slice(1));
  const start = rights.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const areColumns =
    beside.length > 2 &&
    rights.length === beside.length &&
    rights.every(({ x, size }) => x - start < sameColumn * size) &&
    share(lefts) >= mostly &&
    rights.some(({ text }) => inlinePair.test(text));
  if (!areColumns) return [[...lines]];
  const first = lines.indexOf(beside[0] as Line);
  let last = lines.findLastIndex((line) => line.stretches.some(({ x }) => x >= start - line.size));
  while (isMoreOfLeft(lines[last], lines[last + 1], start)) last += 1;
  const middle = lines.slice(first, last + 1);
  const [left, right] = [
    middle.map((line) => within(line, 0, start)),
    middle.map((line) => within(line, start, Number.POSITIVE_INFINITY)),
  ];
  return [lines.slice(0, first), left, right, lines.slice(last + 1)]
    .map((part) => part.filter(({ stretches }) => stretches.length > 0))
    .filter((part) => part.length > 0);
};

/** A row that fills only some columns of one beside it has nothing in the others, and is told so. */
const filledOut = (row: Draft, model: Draft | undefined): (Cell | undefined)[] => {
  const { cells, size } = row;
  if (!model || cells.length < 2 || model.cells.length <= cells.length) return cells;
  const places = cells.map(({ x }) =>
    model.cells.findIndex((one) => Math.abs(one.x - x) < sameColumn * size),
  );
  if (places.some((place) => place < 0) || new Set(places).size < places.length) return cells;
  const filled = model.cells.map((_column, place): Cell | undefined => cells[places.indexOf(place)]);
  // What reaches into the next columns leaves no room for anything of theirs.
  const isReached = (start: number): boolean => cells.some(({ x, end }) => x < start && end > start);
  return filled.filter((cell, place) => cell || !isReached(model.cells[place]?.x ?? 0));
};

const furthestModel = 40;

/** The fullest row near by without a gap between, the nearest of several. */
const modelOf = (rows: readonly Draft[], at: number): Draft | undefined => {
  let model: Draft | undefined;
  for (const step of [-1, 1])
    for (let n = at + step; Math.abs(n - at) <= furthestModel; n += step) {
      const row = rows[n];
      const isApart = rows[Math.max(n, n - step)]?.gapAbove;
      if (!row || row.cells.length < 2 || isApart) break;
      if (row.cells.length > (model?.cells.length ?? 0)) model = row;
    }
  return model;
};

/** As far to the right as any text of the same column goes. */
const rightOf = (rows: readonly Draft[]): ((cell: Cell) => number) => {
  const ends = new Map<number, number>();
  const key = (x: number): number => Math.round(x / 4);
  for (const { cells } of rows)
    for (const { x, end } of cells) ends.set(key(x), Math.max(end, ends.get(key(x)) ?? 0));
  return ({ x }) => Math.max(...[-1, 0, 1].map((step) => ends.get(key(x) + step) ?? 0));
};

const tableRows = (lines: readonly Line[]): Row[] => {
  const rows = draftsOf(lines);
  const right = rightOf(rows);
  return rows.map((row, at) => ({
    cells: filledOut(row, modelOf(rows, at)).map((cell) =>
      cell ? joinedLines(cell.lines, right(cell)) : "",
    ),
    gapAbove: row.gapAbove,
  }));
};

/** The rows of text that no lines divide. */
export const rowsOf = (pieces: readonly Piece[]): Row[] =>
  flowsOf(linesOf(pieces)).flatMap((lines, at) =>
    tableRows(lines).map((row, n) => (at > 0 && n === 0 ? { ...row, gapAbove: true } : row)),
  );
