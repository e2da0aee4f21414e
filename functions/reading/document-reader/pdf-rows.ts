import type { DocumentRow } from "../compact/document-text.ts";
import { type Cell, type Draft, draftsOf, sameColumn } from "./pdf-drafts.ts";
import { flowsOf } from "./pdf-flows.ts";
import { joinedLines, type Line, linesOf } from "./pdf-lines.ts";
import type { Piece } from "./pdf-text.ts";

export type Row = DocumentRow;

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
