import { shapeOf } from "../words/fields.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { type Cell, join, type Piece } from "./cell.ts";
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

/** What the rows above say about the next row. */
type Above = {
  /** The labels over its columns. */
  header?: readonly string[] | undefined;
  /** Lines stood between the rows under the header. */
  isBroken?: boolean;
  /** "Yes" and "No" over its columns. */
  answers?: readonly string[] | undefined;
  /** Of what was and what is. */
  isChange?: boolean;
  child?: number | undefined;
  loose?: boolean;
  isInColumns?: boolean;
};

/** More of an answer that stands in a row above. */
type More = readonly (readonly [Cell, string])[];

/** What a row comes to: cells, or more of those above; and what the next one stands under. */
type Laid = { pieces: readonly Piece[]; above: Above; more?: More };

/** For a row that says nothing by itself: what was asked above the table is not answered below it. */
const headerOnly: readonly Piece[] = [{ text: "", column: 0 }];

const answering = (above: readonly Cell[], column: number): Cell | undefined =>
  above.find(({ answer }) => answer === column);

/** Cells that go on with the answers in the columns above them. */
const goingOn = (cells: readonly string[], above: readonly Cell[]): More =>
  cells.flatMap((text, at) => {
    const cell = text ? answering(above, at) : undefined;
    return cell ? [[cell, text] as const] : [];
  });

/** A label that reaches down over several rows: the lines of one value, or "Risk" over "Initial" and "Current". */
const carriedOn = ({ cells, carried }: TableRow, above: readonly Cell[]): More => {
  const cell = carried === 1 && cells.length === 2 ? answering(above, carried) : undefined;
  if (!cell?.asks || cell.asks.label !== cells[0]) return [];
  return shapeOf(cell.asks.known) === "word" ? [] : [[cell, cells[1] ?? ""]];
};

/** Under an empty first cell the row above goes on, column by column. */
const continued = (cells: readonly string[], above: readonly Cell[]): More =>
  cells.every((cell, at) => !cell || answering(above, at))
    ? goingOn(
        cells.map((cell) => cell.replace(/\n/g, " ")),
        above,
      )
    : [];

/** A grid's cells in its order, each label with what the layout sets beside it. */
export const cellsOf = (grid: Grid, lexicon: Lexicon): Cell[] => {
  const all: Cell[] = [];
  let children = 0;

  const underAnswers = (answers: readonly string[], cells: readonly string[]): readonly Piece[] => {
    const ticked = cells.findIndex((cell, at) => at > 0 && cell !== "");
    return ending(pairPieces(cells[0] ?? "", ticked < 0 ? "" : (answers[ticked] ?? ""), 0, lexicon));
  };

  /** A row of values under a row of labels: where the labels name children, a child of its own. */
  const underHeader = (
    header: readonly string[],
    cells: readonly string[],
    above: Above,
    before: () => Cell[],
  ): Laid => {
    if (isTotal(cells[0])) return { pieces: headerOnly, above };
    const more = areOfText(header, cells, lexicon) ? goingOn(cells, before()) : [];
    if (more.length > 0) return { pieces: [], above, more };
    const pieces = header.flatMap((label, at) =>
      label ? ending(pairPieces(label, cells[at] ?? "", at, lexicon, at)) : [],
    );
    if (!namesChildren(header, lexicon)) return { pieces, above };
    children += 1;
    return { pieces, above: { ...above, child: children, loose: false } };
  };

  const freeRow = (row: TableRow, was: Above, before: () => Cell[]): Laid => {
    const { cells } = row;
    const filled = cells.filter(Boolean).length;
    const above = was.header && filled > 1 ? { ...was, header: undefined, child: undefined } : was;
    const carried = row.carried ? carriedOn(row, before()) : [];
    const more = carried.length > 0 || cells[0] ? carried : continued(cells, before());
    if (more.length > 0) return { pieces: [], above, more };
    const [label = "", former = "", current = ""] = cells;
    if (!above.isChange || cells.length !== 3 || (label && filled === 1))
      return { pieces: rowPieces(cells, lexicon), above };
    // What was is kept under a label of its own, and what is holds.
    const pieces = pairPieces(`Previous ${label}`, former, 0, lexicon);
    return { pieces: [...pieces, ...pairPieces(label, current, 0, lexicon)], above };
  };

  const layRow = (row: TableRow, above: Above, before: () => Cell[]): Laid => {
    const { cells } = row;
    if (isChangeHeader(row, lexicon)) return { pieces: headerOnly, above: { ...above, isChange: true } };
    if (isAnswerHeader(row, lexicon)) return { pieces: headerOnly, above: { ...above, answers: cells } };
    if (isHeaderRow(row, lexicon))
      return { pieces: headerOnly, above: { ...above, header: cells, isBroken: false } };
    if (above.answers?.length === cells.length) return { pieces: underAnswers(above.answers, cells), above };
    if (isUnder(above.header, cells, lexicon)) return underHeader(above.header, cells, above, before);
    if (above.header && !above.isBroken && fitsNowhere(cells, above.header, lexicon))
      return { pieces: [{ text: "", column: 0, unread: [...cells] }], above };
    return freeRow(row, above, before);
  };

  /** Lines between the rows of a table of several children are of the one above them; any other table has ended. */
  const belowLine = (was: Above, isInColumns: boolean): Above => {
    const { header, child, loose } = was;
    // Most lines stand below another.
    if (was.isBroken && !header && !was.answers && !was.isChange && was.isInColumns === isInColumns)
      return was;
    const isOfChildren = header !== undefined && header.length >= 3 && namesChildren(header, lexicon);
    return {
      isBroken: true,
      isInColumns,
      child,
      loose: loose || isOfChildren,
      header: isOfChildren ? header : undefined,
    };
  };

  /** Of a table with a child in each column. A cell across all columns is true of each. */
  const columnPieces = (rows: readonly TableRow[], column: number): readonly Piece[] =>
    rows.flatMap(({ cells }) => {
      const [label = "", first = ""] = cells;
      const isShared = cells.slice(2).every((cell) => !cell);
      const value = isShared ? first : (cells[column] ?? "");
      return label ? ending(pairPieces(label, value, 0, lexicon)) : [];
    });

  const place = (pieces: readonly Piece[], row: number, gap: boolean, { child, loose }: Above): void => {
    const inTable = grid[row]?.is === "row";
    for (const [at, piece] of pieces.entries())
      all.push({ ...piece, row, inTable, gap: gap && at === 0, child, loose });
  };

  let above: Above = {};
  let rowStart = 0;
  for (let at = 0; at < grid.length; at += 1) {
    const row = grid[at] as Line | TableRow;
    const start = all.length;
    if (row.is === "line") {
      const { pieces, isInColumns } = linePieces(row, above.isInColumns ?? false, lexicon);
      above = belowLine(above, isInColumns);
      place(pieces, at, row.gap, above);
      rowStart = start;
      continue;
    }
    const rows = row.isFirst && row.cells.length > 2 ? rowsFrom(grid, at) : [];
    if (rows.length > 1 && isColumnPerChild(rows, lexicon)) {
      for (let column = 1; column < row.cells.length; column += 1) {
        children += 1;
        place(columnPieces(rows, column), at, row.gap && column === 1, { ...above, child: children });
      }
      above = { ...above, child: undefined };
      at += rows.length - 1;
      continue;
    }
    const laid = layRow(row, above, () => all.slice(rowStart, start));
    above = laid.above;
    for (const [{ asks }, text] of laid.more ?? [])
      if (asks) asks.value = join(asks.value, text, shapeOf(asks.known));
    place(laid.pieces, at, row.gap, above);
    if (!laid.more) rowStart = start;
  }
  return all;
};

/** So many rows of one width, one below the other. */
const rowsFrom = (grid: Grid, at: number): TableRow[] => {
  const [first, ...others] = grid.slice(at) as TableRow[];
  const end = others.findIndex(
    (row) => row.is !== "row" || row.isFirst || row.cells.length !== first?.cells.length,
  );
  return first ? [first, ...(end < 0 ? others : others.slice(0, end))] : [];
};
