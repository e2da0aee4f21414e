import type { Block } from "../document.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { columnsOf, isSetApart } from "./split-columns.ts";

const columnsIn = (block: Block | undefined): string[] =>
  block?.kind === "line" && isSetApart(block.text) ? columnsOf(block.text) : [];

/** "Surname    Forename    DOB" over lines set in as many columns. */
const isHead = (cells: readonly string[], below: readonly string[], lexicon: Lexicon): boolean =>
  cells.length > 2 &&
  below.length === cells.length &&
  cells.every((cell) => lexicon.labelOf(cell)) &&
  !below.some((cell) => lexicon.labelOf(cell));

/** Tables set with spaces or tabs alone, as rows. */
export const withTextTables = (blocks: readonly Block[], lexicon: Lexicon): readonly Block[] => {
  if (!blocks.some((block) => block.kind === "line" && isSetApart(block.text))) return blocks;
  let width = 0;
  let found = false;
  const set = blocks.map((block, at): Block => {
    const cells = columnsIn(block);
    if (width === 0 && isHead(cells, columnsIn(blocks[at + 1]), lexicon)) width = cells.length;
    else if (cells.length !== width) width = 0;
    if (width === 0 || cells.length === 0) return block;
    found = true;
    return { kind: "row", cells };
  });
  return found ? set : blocks;
};
