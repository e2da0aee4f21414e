import type { Lexicon } from "../words/lexicon.ts";
import { type Cell, join, type Piece, shapeOf } from "./cell.ts";
import type { Grid, Line, TableRow } from "./grid.ts";
import { linePieces } from "./line-cells.ts";
import { ending, pairPieces, rowPieces } from "./row-cells.ts";
import {
  areOfText,
  fitsNowhere,
  isAnswerHeader,
  isChangeHeader,
  isColumnPerChild,
  isHeaderRow,
  isTotal,
  isUnder,
  namesChildren,
} from "./tables.ts";

/** What the rows above say about the next row: nothing below a line. */
type Above = {
  /** The labels over its columns. */
  header?: readonly string[] | undefined;
  /** Lines stood between the rows under the header. */
  isBroken?: boolean;
  /** "Yes" and "No" over its columns. */
  answers?: readonly string[] | undefined;
  /** Of what was and what is. */
  isChange?: boolean;
  /** The cells of the row above that hold a label's answer, by its column. */
  answered: ReadonlyMap<number, Cell>;
  child?: number | undefined;
  loose?: boolean | undefined;
  isInColumns?: boolean;
};

/** What a row comes to, and what the rows below it stand under. `more` goes on in cells that stand already. */
type Laid = { pieces: Piece[]; above: Above; more?: readonly (readonly [Cell, string])[] };

const nothingAbove: ReadonlyMap<number, Cell> = new Map();

/** For a row that says nothing by itself: what was asked above the table is not answered below it. */
const headerOnly: Piece[] = [{ text: "", column: 0 }];

/** Cells that go on with the answers in the columns above them. */
const goingOn = (cells: readonly string[], { answered }: Above): (readonly [Cell, string])[] =>
  cells.flatMap((text, at) => {
    const cell = answered.get(at);
    return text && cell ? [[cell, text] as const] : [];
  });

const underAnswers = (answers: readonly string[], cells: readonly string[], lexicon: Lexicon): Piece[] => {
  const ticked = cells.findIndex((cell, at) => at > 0 && cell !== "");
  return ending(pairPieces(cells[0] ?? "", ticked < 0 ? "" : (answers[ticked] ?? ""), 0, lexicon));
};

/** A row of values under a row of labels: where the labels name children, a child of its own. */
const underHeader = (
  header: readonly string[],
  cells: readonly string[],
  above: Above,
  nextChild: number,
  lexicon: Lexicon,
): Laid => {
  if (isTotal(cells[0])) return { pieces: headerOnly, above };
  const more = areOfText(header, cells, lexicon) ? goingOn(cells, above) : [];
  if (more.length > 0) return { pieces: [], above, more };
  const pieces = header.flatMap((label, at) =>
    label ? ending(pairPieces(label, cells[at] ?? "", at, lexicon, at)) : [],
  );
  const child = namesChildren(header, lexicon) ? { child: nextChild, loose: false } : {};
  return { pieces, above: { ...above, ...child } };
};

/** A label that reaches down over several rows: the lines of one value, or "Risk" over "Initial" and "Current". */
const carriedOn = ({ cells, carried = 0 }: TableRow, { answered }: Above): (readonly [Cell, string])[] => {
  const cell = answered.get(carried);
  if (carried !== 1 || cells.length !== 2 || !cell?.asks || cell.asks.label !== cells[0]) return [];
  return shapeOf(cell.asks.known) === "word" ? [] : [[cell, cells[1] ?? ""]];
};

/** Under an empty first cell the row above goes on, column by column. */
const continued = (cells: readonly string[], above: Above): (readonly [Cell, string])[] =>
  cells[0] === "" && cells.every((cell, at) => !cell || above.answered.has(at))
    ? goingOn(
        cells.map((cell) => cell.replace(/\n/g, " ")),
        above,
      )
    : [];

/** What was is kept under a label of its own, and what is holds. */
const changePieces = (
  [label = "", former = "", current = ""]: readonly string[],
  lexicon: Lexicon,
): Piece[] => [
  ...pairPieces(`Previous ${label}`, former, 0, lexicon),
  ...pairPieces(label, current, 0, lexicon),
];

const freeRow = (row: TableRow, was: Above, lexicon: Lexicon): Laid => {
  const { cells } = row;
  const filled = cells.filter(Boolean).length;
  const isApart = was.header !== undefined && filled > 1;
  const above = isApart ? { ...was, header: undefined, child: undefined } : was;
  const carried = carriedOn(row, above);
  const more = carried.length > 0 ? carried : continued(cells, above);
  if (more.length > 0) return { pieces: [], above, more };
  const isChange = above.isChange && cells.length === 3 && !(cells[0] && filled === 1);
  const pieces = isChange ? changePieces(cells, lexicon) : rowPieces(cells, lexicon);
  return { pieces, above: { ...above, answered: nothingAbove } };
};

const layRow = (row: TableRow, above: Above, nextChild: number, lexicon: Lexicon): Laid => {
  const { cells } = row;
  if (isChangeHeader(row, lexicon)) return { pieces: headerOnly, above: { ...above, isChange: true } };
  if (isAnswerHeader(row, lexicon)) return { pieces: headerOnly, above: { ...above, answers: cells } };
  if (isHeaderRow(row, lexicon))
    return {
      pieces: headerOnly,
      above: { ...above, header: cells, isBroken: false, answered: nothingAbove },
    };
  if (above.answers?.length === cells.length)
    return { pieces: underAnswers(above.answers, cells, lexicon), above };
  if (isUnder(above.header, cells, lexicon))
    return underHeader(above.header, cells, above, nextChild, lexicon);
  if (above.header && !above.isBroken && fitsNowhere(cells, above.header, lexicon))
    return { pieces: [{ text: "", column: 0, unread: [...cells] }], above };
  return freeRow(row, above, lexicon);
};

/** Lines between the rows of a table of several children are of the one above them; any other table has ended. */
const belowLine = ({ header, child, loose }: Above, isInColumns: boolean, lexicon: Lexicon): Above => {
  const isOfChildren = header !== undefined && header.length >= 3 && namesChildren(header, lexicon);
  return {
    answered: nothingAbove,
    isBroken: true,
    isInColumns,
    child,
    loose: loose || isOfChildren,
    ...(isOfChildren ? { header } : {}),
  };
};

const answersOf = (cells: readonly Cell[]): ReadonlyMap<number, Cell> =>
  new Map(cells.flatMap((cell) => (cell.answer === undefined ? [] : [[cell.answer, cell] as const])));

/** Of a table with a child in each column: column by column. A cell across all columns is true of each. */
const columnPieces = (rows: readonly TableRow[], column: number, lexicon: Lexicon): Piece[] =>
  rows.flatMap(({ cells }) => {
    const [label = "", first = ""] = cells;
    const isShared = cells.slice(2).every((cell) => !cell);
    return label ? ending(pairPieces(label, isShared ? first : (cells[column] ?? ""), 0, lexicon)) : [];
  });

const rowsFrom = (grid: Grid, at: number): TableRow[] => {
  const [first, ...others] = grid.slice(at, at + 200) as TableRow[];
  if (!first || first.cells.length < 3 || !first.isFirst) return [];
  const end = others.findIndex(
    (row) => row.is !== "row" || row.isFirst || row.cells.length !== first.cells.length,
  );
  return [first, ...(end < 0 ? others : others.slice(0, end))];
};

/** Every piece of a grid in its order, each label with what the layout sets beside it. */
export const cellsOf = (grid: Grid, lexicon: Lexicon): Cell[] => {
  const all: Cell[] = [];
  let above: Above = { answered: nothingAbove };
  let children = 0;
  const place = (pieces: readonly Piece[], row: number, { gap, is }: Line | TableRow): Cell[] =>
    pieces.map((piece, at) => ({
      ...piece,
      row,
      inTable: is === "row",
      gap: gap && at === 0,
      ...(above.child !== undefined ? { child: above.child } : {}),
      ...(above.loose ? { loose: true } : {}),
    }));
  for (let at = 0; at < grid.length; at += 1) {
    const row = grid[at] as Line | TableRow;
    if (row.is === "line") {
      above = belowLine(above, above.isInColumns ?? false, lexicon);
      const { pieces, isInColumns } = linePieces(row, above.isInColumns ?? false, lexicon);
      const cells = place(pieces, at, row);
      all.push(...cells);
      above = { ...above, isInColumns, answered: answersOf(cells) };
      continue;
    }
    const rows = rowsFrom(grid, at);
    if (rows.length > 1 && isColumnPerChild(rows, lexicon)) {
      for (let column = 1; column < row.cells.length; column += 1) {
        children += 1;
        above = { ...above, child: children };
        all.push(...place(columnPieces(rows, column, lexicon), at, { ...row, gap: row.gap && column === 1 }));
      }
      above = { ...above, child: undefined };
      at += rows.length - 1;
      continue;
    }
    const laid = layRow(row, above, children + 1, lexicon);
    children = Math.max(children, laid.above.child ?? 0);
    above = laid.above;
    for (const [cell, text] of laid.more ?? [])
      if (cell.asks) cell.asks.value = join(cell.asks.value, text, shapeOf(cell.asks.known));
    const cells = place(laid.pieces, at, row);
    all.push(...cells);
    const isAnswered = !laid.more && laid.pieces !== headerOnly;
    if (isAnswered) above = { ...above, answered: answersOf(cells) };
  }
  return all;
};
