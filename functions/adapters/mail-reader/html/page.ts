import type { Block } from "../../../domain/compact/document.ts";
import { addLine, addLines, addText, blockOf, type Cell, cellText, takeLines } from "./line.ts";

type Table = { cells: Cell[]; isList: boolean };

/** No layout nests deeper; rows further in are read as rows of the innermost table that counts. */
const deepestTable = 100;

export type Page = ReturnType<typeof newPage>;

/** A page as it is written: lines and rows in the order a person reads them. */
export const newPage = () => {
  const blocks: Block[] = [];
  const tables: Table[] = [];
  const top: Cell = { lines: [] };

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

  /** A row of one cell is only layout: its lines belong to what stands around it. */
  const layOut = (lines: Cell["lines"]): void => {
    const outer = tables.at(-2)?.cells.at(-1);
    addLines(outer ?? top, lines);
    if (outer) outer.lines.push({ runs: [] });
    else flush();
  };

  const endRow = (): void => {
    const table = tables.at(-1);
    if (!table || table.cells.length === 0) return;
    const { cells } = table;
    table.cells = [];
    const texts = cells.map(cellText);
    if (!texts.some(Boolean)) layOut([]);
    else if (cells.length === 1) layOut((cells[0] as Cell).lines);
    else {
      release(tables.slice(0, -1));
      blocks.push({ kind: "row", cells: texts });
    }
  };

  const openTable = (isList = false): boolean => {
    if (tables.length >= deepestTable) return false;
    tables.push({ cells: [], isList });
    return true;
  };

  const closeTable = (): void => {
    endRow();
    tables.pop();
  };

  const openCell = (): void => {
    if (tables.length === 0) openTable();
    tables.at(-1)?.cells.push({ lines: [] });
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

  return {
    addText: (text: string, bold: boolean): void => addText(cell(), text, bold),
    newLine,
    gap,
    endRow,
    openTable,
    closeTable,
    openCell,
    openTerm,
    openDetail,
    finish,
  };
};
