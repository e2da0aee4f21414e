import { newPage, type Page } from "../mail-reader/page/page.ts";
import { type Seen, turnsLetters } from "../mail-reader/page/seen.ts";
import { plainMarks } from "./marks.ts";

/** A row of a table with its cells, or a line of text as the only cell of one that is not ruled. */
export type Row = {
  cells: string[];
  gapAbove: boolean;
  /** How many rows each cell stands beside, where any stands beside more than one. */
  spans?: number[];
  /** A row of a ruled table, even with one cell only. */
  isRuled?: boolean;
};

const writeLines = (page: Page, text: string): void => {
  for (const [at, line] of plainMarks(text).split("\n").entries()) {
    if (at > 0) page.newLine();
    page.write(line);
  }
};

const writeRow = (page: Page, { cells, spans }: Row): void => {
  for (const [at, text] of cells.entries()) {
    const rows = spans?.[at] ?? 1;
    page.openCell(false, rows > 1 ? { columns: 1, rows } : undefined);
    writeLines(page, text);
  }
  page.closeRow();
};

/** A document's rows on a page: columns are a table, lines one below the other a paragraph. */
export const seenRows = (rows: readonly Row[]): Seen => {
  const page = newPage();
  let inTable = false;
  for (const row of rows) {
    const isRow = row.cells.length > 1 || row.isRuled === true;
    if (inTable && !isRow) page.closeTable();
    if (isRow !== inTable || (row.gapAbove && !isRow)) page.gap();
    if (isRow && !inTable) page.openTable();
    inTable = isRow;
    if (isRow) writeRow(page, row);
    else {
      writeLines(page, row.cells[0] ?? "");
      page.newLine();
    }
  }
  const isTurned = rows.some(({ cells }) => cells.some(turnsLetters));
  return { blocks: page.finish(), hidden: "", turnsLetters: isTurned };
};
