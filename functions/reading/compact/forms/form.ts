import type { Block } from "../document.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { isRule, rowBelow, rowsFrom } from "./block-rows.ts";
import { isColumnPerChild, readColumns } from "./form-columns.ts";
import { readLine } from "./form-lines.ts";
import { closePair } from "./form-pairs.ts";
import { readRuns } from "./form-runs.ts";
import { emptyForm, type Form, type FormState } from "./form-state.ts";
import { leaveTable, readTableRow, type Table } from "./table-rows.ts";
import { withTextTables } from "./text-tables.ts";

export type { Form, Pair } from "./form-state.ts";

/** Recognises labels and their values in any order and layout. */
export const readForm = (written: readonly Block[], lexicon: Lexicon): Form => {
  const blocks = withTextTables(written, lexicon);
  const state: FormState = {
    lexicon,
    readLine,
    form: emptyForm(),
    apart: false,
    groups: 0,
    dropped: [],
    columns: [],
    change: false,
  };
  const table: Table = { broken: false };
  let columnsUntil = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    if (at < columnsUntil) continue;
    if (block.kind === "row") {
      if (isRule(block)) continue;
      const rows =
        block.cells.length > 2 && (at === 0 || blocks[at - 1]?.kind !== "row") ? rowsFrom(blocks, at) : [];
      if (rows.length > 1 && isColumnPerChild(rows, lexicon)) {
        readColumns(state, rows);
        columnsUntil = at + rows.length;
      } else {
        const next = rowBelow(blocks, at, lexicon);
        readTableRow(state, block, next, table);
      }
      continue;
    }
    if (block.kind === "gap") {
      if (state.open) state.open.gap = true;
      else state.apart = true;
      continue;
    }
    if (block.kind === "quote") continue;
    if (isRule(block) && blocks[at + 1]?.kind === "row") continue;
    leaveTable(state, table);
    if (block.runs) readRuns(state, block.runs, block.text, block);
    else readLine(state, block.text, block);
  }
  closePair(state);
  return state.form;
};
