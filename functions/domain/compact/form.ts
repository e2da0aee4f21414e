import type { Block } from "./document.ts";
import { readLine, readRuns } from "./form-lines.ts";
import { isHeaderRow, readRow, readUnderHeader } from "./form-rows.ts";
import { closePair, type Form, type FormState } from "./form-state.ts";
import type { Lexicon } from "./lexicon.ts";

export type { Form, Pair } from "./form-state.ts";

/** Recognises labels and their values in any order and layout. */
export const readForm = (blocks: readonly Block[], lexicon: Lexicon): Form => {
  const state: FormState = { lexicon, form: { pairs: [], headings: [] } };
  let header: readonly string[] | undefined;
  blocks.forEach((block, at) => {
    if (block.kind === "row") {
      if (isHeaderRow(block.cells, blocks[at + 1], lexicon)) {
        closePair(state);
        header = block.cells;
      } else if (header?.length === block.cells.length) readUnderHeader(state, header, block.cells);
      else readRow(state, block.cells);
      closePair(state);
      return;
    }
    header = undefined;
    if (block.kind === "gap") {
      if (state.open) state.open.gap = true;
    } else if (block.runs) readRuns(state, block.runs, block.text, block.indented ?? false);
    else readLine(state, block.text, block.indented ?? false);
  });
  closePair(state);
  return state.form;
};
