import type { Block } from "../../compact/document.ts";
import type { DocumentRow } from "../../compact/document-text.ts";
import { plainLook } from "./look.ts";
import { newPage, type Page } from "./page.ts";
import { writeText } from "./write-text.ts";

const writeLines = (page: Page, text: string): void => {
  for (const [at, line] of text.split("\n").entries()) {
    if (at > 0) page.newLine();
    writeText(page, line, plainLook);
  }
};

const writeRow = (page: Page, { cells, spans }: DocumentRow): void => {
  for (const [at, text] of cells.entries()) {
    const rows = spans?.[at] ?? 1;
    page.openCell(false, rows > 1 ? { columns: 1, rows } : undefined);
    writeLines(page, text);
  }
  page.closeRow();
};

/** A document's rows on a page: columns are a table, lines one below the other a paragraph. */
export const rowsBlocks = (rows: readonly DocumentRow[]): Block[] => {
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
  return page.finish();
};
