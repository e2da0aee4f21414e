import type { Block } from "../../../../functions/reading/compact/document.ts";
import type { DocumentRow } from "../../../../functions/reading/compact/document-text.ts";
import { readDocumentHere } from "../../../../functions/reading/document-reader/read-document.ts";
import { rowsBlocks } from "../../../../functions/reading/mail-reader/page/document-rows.ts";
import { aPdf, type PdfPage } from "../../../builders/pdf.ts";

/** What the reader makes of pages: each row of a table or line of text as a list of cells, and what a mail's reader gets. */
export const rowsRead = async (
  pages: readonly PdfPage[],
): Promise<{ written: DocumentRow[]; blocks: Block[]; rows: string[][]; partial: boolean }> => {
  const said = await readDocumentHere(aPdf(pages));
  if (said.kind === "refused") throw new Error(said.reason);
  if ("html" in said) throw new Error("a PDF file was read as a Word file");
  const clean = (cell: string): string =>
    cell
      .replace(/\u200b/g, "")
      .replace(/ +/g, " ")
      .trim();
  const rows = said.rows.flatMap(({ cells, isRuled }) =>
    cells.length > 1 || isRuled
      ? [cells.map(clean)]
      : clean(cells[0] ?? "")
          .split("\n")
          .map((line) => [line]),
  );
  return { written: said.rows, blocks: rowsBlocks(said.rows), rows, partial: said.partial };
};
