import type { Block } from "../../compact/document.ts";
import { type Cell, cellText } from "./line.ts";
import { type Allowance, type Placed, placeCells, type Reaching, type Span } from "./spans.ts";

export type Row = { block: Extract<Block, { kind: "row" }>; placed: readonly Placed[] | undefined };

/** Where any row has text of its own: a column of a photograph and nothing else is none. */
const filledColumns = (rows: readonly Row[]): Set<number> => {
  const filled = new Set<number>();
  for (const { block, placed } of rows) {
    for (const { text, carried, column } of placed ?? []) if (text && !carried) filled.add(column);
    if (placed) continue;
    for (const [column, text] of block.cells.entries()) if (text) filled.add(column);
  }
  return filled;
};

/** Its columns one by one: a cell that reaches over several has its text in the first. */
const spread = (cells: readonly Placed[], width: number, allowance: Allowance): string[] => {
  let spare = Math.min(width - cells.length, allowance.left);
  return cells.flatMap(({ text, columns }) => {
    const more = Math.min(columns - 1, spare);
    spare -= more;
    allowance.left -= more;
    return [text, ...Array<string>(more).fill("")];
  });
};

/** Once a table is read: its rows get the columns the widest of them has, and what reaches down is told apart. */
export const settleColumns = (rows: readonly Row[], allowance: Allowance): void => {
  const filled = filledColumns(rows);
  const kept = rows.map(({ placed }) =>
    placed?.filter(({ carried, text, column }) => !carried || text || filled.has(column)),
  );
  const width = rows.reduce((most, { block }, at) => Math.max(most, (kept[at] ?? block.cells).length), 0);
  rows.forEach(({ block }, at) => {
    const cells = kept[at];
    if (!cells) return;
    const own = cells.findIndex(({ carried }) => !carried);
    block.cells = spread(cells, width, allowance);
    if (own > 0) block.carried = own;
  });
};

export type TableCell = Cell & { heads: boolean; span: Span | undefined };

export type Table = {
  /** Of the row being written. */
  cells: TableCell[];
  isList: boolean;
  isHead: boolean;
  rows: Row[];
  reaching?: Reaching;
};

export const newTable = (isList: boolean): Table => ({ cells: [], isList, isHead: false, rows: [] });

/** A side heading or a value that several rows share; anything longer that reaches down is layout. */
const longestShared = 80;
const isShared = ({ carried, text }: Placed): boolean =>
  carried && text !== "" && text.length <= longestShared && !text.includes("\n");

/** A row of one cell is only layout, unless what reaches down from above is meant for it. */
const isLayout = (cells: readonly TableCell[], placed: readonly Placed[] | undefined): boolean => {
  const isSection = (cells[0]?.span?.columns ?? 1) > 1 && !placed?.[0]?.carried;
  return cells.length === 1 && (isSection || !placed?.some(isShared));
};

const place = (table: Table, cells: readonly TableCell[], texts: readonly string[], allowance: Allowance) => {
  if (!table.reaching && !cells.some(({ span }) => span)) return undefined;
  table.reaching ??= [];
  const own = cells.map(({ span }, at) => ({ text: texts[at] ?? "", span }));
  return placeCells(own, table.reaching, allowance);
};

/** Beside text a picture alone in its cell stands for a value; one that reaches over rows is a photograph. */
const showPictures = (cells: readonly TableCell[], texts: string[]): void => {
  cells.forEach(({ picture, span }, at) => {
    const isValue = picture !== undefined && !texts[at] && texts[at - 1] && (span?.rows ?? 1) === 1;
    if (isValue) texts[at] = picture;
  });
};

/** A row that has no cell of its own is one still for those that reach down. */
export const passRow = ({ reaching }: Table, allowance: Allowance): void => {
  if (reaching) placeCells([], reaching, allowance);
};

/** The row written, or the lines of its only cell. */
export const takeRow = (table: Table, allowance: Allowance): Row | Cell["lines"] => {
  const { cells } = table;
  table.cells = [];
  const texts = cells.map(cellText);
  showPictures(cells, texts);
  const placed = place(table, cells, texts, allowance);
  if (!texts.some(Boolean)) return [];
  if (isLayout(cells, placed)) return (cells[0] as Cell).lines;
  const heads = table.isHead || cells.every((cell) => cell.heads);
  const row: Row = { block: { kind: "row", cells: texts, ...(heads ? { heads } : {}) }, placed };
  table.rows.push(row);
  return row;
};

export const finishTable = ({ rows, reaching }: Table, allowance: Allowance): void => {
  if (reaching) settleColumns(rows, allowance);
};
