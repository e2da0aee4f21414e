import type { Block } from "../../compact/document.ts";
import type { Allowance, Placed } from "./spans.ts";

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
