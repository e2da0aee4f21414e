import type { Block } from "../document.ts";
import type { Lexicon } from "../words/lexicon.ts";

export type Row = Extract<Block, { kind: "row" }>;

/** A rule drawn between rows: "+-----+----+", "|-----|----|". */
export const isRule = (block: Block): boolean =>
  block.kind === "row"
    ? block.cells.every((cell) => /^[-=_+:\s]*$/.test(cell))
    : block.kind === "line" &&
      "+|=_- ".includes(block.text.charAt(0)) &&
      /^[\s+|=_-]+$/.test(block.text) &&
      /[-=_]{3}/.test(block.text);

/** The next row; below a row of labels only, a line naming a group may stand between. */
export const rowBelow = (blocks: readonly Block[], at: number, lexicon: Lexicon): Block | undefined => {
  const { cells } = blocks[at] as Row;
  const isHead = cells.length > 2 && cells.every((cell) => lexicon.labelOf(cell));
  return blocks
    .slice(at + 1, at + 5)
    .find((one) => !isRule(one) && !(isHead && (one.kind === "line" || one.kind === "gap")));
};

export const rowsFrom = (blocks: readonly Block[], at: number): Row[] => {
  const rows: Row[] = [];
  const width = (blocks[at] as Row).cells.length;
  for (let i = at; i < blocks.length; i += 1) {
    const block = blocks[i] as Block;
    if (block.kind !== "row" || block.cells.length !== width) break;
    rows.push(block);
  }
  return rows;
};
