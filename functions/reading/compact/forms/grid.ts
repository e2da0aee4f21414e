import type { Block, Run } from "../document.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { columnsOf, isSetApart } from "./split-columns.ts";

type Row = Extract<Block, { kind: "row" }>;

export type TableRow = {
  is: "row";
  cells: string[];
  gap: boolean;
  /** Marked as a row of headings. */
  heads?: boolean | undefined;
  /** So many cells at its beginning are repeated from the row above. */
  carried?: number | undefined;
  /** No row stands right above it. */
  isFirst: boolean;
  /** The row right below; below a row of labels only, a line naming a group may stand between. */
  below: Row | undefined;
};

export type Line = {
  is: "line";
  text: string;
  gap: boolean;
  runs?: Run[] | undefined;
  indented?: boolean | undefined;
  bullet?: boolean | undefined;
};

/** What every format comes to: rows of cells and lines, one below the other. */
export type Grid = (TableRow | Line)[];

/** A rule drawn between rows: "+-----+----+", "|-----|----|". */
const isRule = (block: Block): boolean =>
  block.kind === "row"
    ? block.cells.every((cell) => /^[-=_+:\s]*$/.test(cell))
    : block.kind === "line" &&
      "+|=_- ".includes(block.text.charAt(0)) &&
      /^[\s+|=_-]+$/.test(block.text) &&
      /[-=_]{3}/.test(block.text);

const rowBelow = (blocks: readonly Block[], at: number, lexicon: Lexicon): Row | undefined => {
  const { cells } = blocks[at] as Row;
  const isHead = cells.length > 2 && cells.every((cell) => lexicon.labelOf(cell));
  const next = blocks
    .slice(at + 1, at + 5)
    .find((one) => !isRule(one) && !(isHead && (one.kind === "line" || one.kind === "gap")));
  return next?.kind === "row" ? next : undefined;
};

const columnsIn = (block: Block | undefined): string[] =>
  block?.kind === "line" && isSetApart(block.text) ? columnsOf(block.text) : [];

/** "Surname    Forename    DOB" over lines set in as many columns. */
const isTextHead = (cells: readonly string[], below: readonly string[], lexicon: Lexicon): boolean =>
  cells.length > 2 &&
  below.length === cells.length &&
  cells.every((cell) => lexicon.labelOf(cell)) &&
  !below.some((cell) => lexicon.labelOf(cell));

/** Tables set with spaces or tabs alone, as rows. */
const withTextTables = (blocks: readonly Block[], lexicon: Lexicon): readonly Block[] => {
  if (!blocks.some((block) => block.kind === "line" && isSetApart(block.text))) return blocks;
  let width = 0;
  return blocks.map((block, at): Block => {
    const cells = columnsIn(block);
    if (width === 0 && isTextHead(cells, columnsIn(blocks[at + 1]), lexicon)) width = cells.length;
    else if (cells.length !== width) width = 0;
    return width === 0 || cells.length === 0 ? block : { kind: "row", cells };
  });
};

/** Without blank lines and the rules drawn between rows. */
export const gridOf = (written: readonly Block[], lexicon: Lexicon): Grid => {
  const blocks = withTextTables(written, lexicon);
  const grid: Grid = [];
  let gap = false;
  blocks.forEach((block, at) => {
    if (block.kind === "gap") gap = true;
    if (block.kind === "gap" || block.kind === "quote") return;
    if (isRule(block) && (block.kind === "row" || blocks[at + 1]?.kind === "row")) return;
    if (block.kind === "line") {
      const { text, runs, indented, bullet } = block;
      grid.push({ is: "line", text, gap, runs, indented, bullet });
    } else {
      const { cells, heads, carried } = block;
      const isFirst = blocks[at - 1]?.kind !== "row";
      grid.push({ is: "row", cells, gap, isFirst, heads, carried, below: rowBelow(blocks, at, lexicon) });
    }
    gap = false;
  });
  return grid;
};
