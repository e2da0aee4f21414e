import type { Block } from "../../../../functions/reading/compact/document.ts";
import { plainMarks } from "../../../../functions/reading/document-reader/marks.ts";
import { pdfRows } from "../../../../functions/reading/document-reader/pdf.ts";
import type { Row } from "../../../../functions/reading/document-reader/pdf-page.ts";
import { readDocumentHere } from "../../../../functions/reading/document-reader/read-document.ts";
import { aPdf, type PdfPage } from "../../../builders/pdf.ts";

/** What the reader makes of pages: each row of a table or line of text as a list of cells, and what a mail's reader gets. */
export const rowsRead = async (
  pages: readonly PdfPage[],
): Promise<{ written: Row[]; blocks: Block[]; rows: string[][]; partial: boolean }> => {
  const pdf = aPdf(pages);
  const said = await readDocumentHere(pdf);
  if (said.kind === "refused") throw new Error(said.reason);
  const { rows: written } = await pdfRows(pdf);
  const clean = (cell: string): string =>
    plainMarks(cell)
      .replace(/\u200b/g, "")
      .replace(/ +/g, " ")
      .trim();
  const rows = written.flatMap(({ cells, isRuled }) =>
    cells.length > 1 || isRuled
      ? [cells.map(clean)]
      : clean(cells[0] ?? "")
          .split("\n")
          .map((line) => [line]),
  );
  return { written, blocks: said.blocks, rows, partial: said.partial };
};
