import type { Block } from "../../compact/document.ts";
import { withoutControls } from "../../compact/forms/text-blocks.ts";
import {
  addLine,
  addLines,
  addPicture,
  addText,
  blockOf,
  type Cell,
  newLine as emptyLine,
  holdGaps,
  lineEnd,
  newCell,
  type Spaces,
  takeLines,
} from "./line.ts";
import { newAllowance, type Span } from "./spans.ts";
import { finishTable, newTable, passRow, type Table, takeRow } from "./table.ts";

/** No layout nests deeper; rows further in are read as rows of the innermost table that counts. */
const deepestTable = 100;

const plain = { bold: false, spaces: "even" } as const;

export type Page = ReturnType<typeof newPage>;

/** A page as it is written: lines and rows in the order a person reads them. */
export const newPage = () => {
  const blocks: Block[] = [];
  const tables: Table[] = [];
  const top = newCell();
  const allowance = newAllowance();

  const cell = (): Cell => tables.at(-1)?.cells.at(-1) ?? top;

  const flush = (): void => {
    for (const line of takeLines(top)) {
      const block = blockOf(line);
      if (block) blocks.push(block);
    }
  };

  /** What the enclosing layout cells hold so far was written before what comes now. */
  const release = (enclosing: readonly Table[]): void => {
    for (const { cells } of enclosing) if (cells.length === 1) addLines(top, takeLines(cells[0] as Cell));
    flush();
  };

  const newLine = (): void => addLine(cell());

  const gap = (): void => {
    if (tables.length > 0) return;
    flush();
    if (blocks.length > 0 && blocks.at(-1)?.kind !== "gap") blocks.push({ kind: "gap" });
  };

  /** Beside other text in its row it is a part of a form, as somebody's words are, and no mail. */
  const quote = (): void => {
    if (tables.some(({ cells }) => cells.length > 1)) return;
    release(tables);
    const last = blocks.at(blocks.at(-1)?.kind === "gap" ? -2 : -1);
    if (last?.kind !== "quote") blocks.push({ kind: "quote" });
  };

  /** A row of one cell is only layout: its lines belong to what stands around it. */
  const layOut = (lines: Cell["lines"]): void => {
    const outer = tables.at(-2)?.cells.at(-1);
    addLines(outer ?? top, lines);
    if (outer) outer.lines.push(emptyLine());
    else flush();
  };

  const endRow = (): void => {
    const table = tables.at(-1);
    if (!table || table.cells.length === 0) return;
    const row = takeRow(table, allowance);
    if (Array.isArray(row)) return void layOut(row);
    release(tables.slice(0, -1));
    blocks.push(row.block);
  };

  const closeRow = (): void => {
    const table = tables.at(-1);
    if (table?.cells.length === 0) passRow(table, allowance);
    else endRow();
  };

  const openTable = (isList = false): boolean => {
    if (tables.length >= deepestTable) return false;
    tables.push(newTable(isList));
    return true;
  };

  const closeTable = (): void => {
    endRow();
    const table = tables.pop();
    if (table) finishTable(table, allowance);
  };

  const markHead = (isHead: boolean): void => {
    const table = tables.at(-1);
    if (table) table.isHead = isHead;
  };

  const openCell = (heads = false, span?: Span): void => {
    if (tables.length === 0) openTable();
    tables.at(-1)?.cells.push({ lines: [], picture: undefined, heads, span });
  };

  const openTerm = (): void => {
    if (tables.at(-1)?.isList) endRow();
    openCell();
  };

  /** Further details of one term are lines of its cell. */
  const openDetail = (): void => {
    if (tables.at(-1)?.cells.length === 2) newLine();
    else openCell();
  };

  const finish = (): Block[] => {
    while (tables.length > 0) closeTable();
    flush();
    return blocks;
  };

  /** Where line ends count as they stand, each begins a line. */
  const write = (text: string, { bold, spaces }: { bold: boolean; spaces: Spaces } = plain): void => {
    const clean = withoutControls(text);
    const held = spaces === "kept" ? holdGaps(clean) : clean;
    for (const [at, line] of (spaces === "even" ? [clean] : held.split(/\r\n|\r|\n/)).entries()) {
      if (at > 0) newLine();
      addText(cell(), line, bold);
    }
  };

  return {
    write,
    addText: (text: string, bold: boolean): void => addText(cell(), text, bold),
    addPicture: (picture: string): void => addPicture(cell(), picture),
    lineEnd: (): string => lineEnd(cell()),
    newLine,
    gap,
    quote,
    endRow,
    closeRow,
    openTable,
    closeTable,
    markHead,
    openCell,
    openTerm,
    openDetail,
    finish,
  };
};
