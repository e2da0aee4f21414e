import { readDocumentHere } from "../../../../functions/reading/document-reader/read-document.ts";
import { aPdf, type PdfPage } from "../../../builders/pdf.ts";

/** What the reader makes of pages: its HTML, and each row of a table or line of text as a list of cells. */
export const rowsRead = async (
  pages: readonly PdfPage[],
): Promise<{ html: string; rows: string[][]; partial: boolean }> => {
  const said = await readDocumentHere(aPdf(pages));
  if (said.kind === "refused") throw new Error(said.reason);
  const clean = (cell: string): string =>
    cell
      .replace(/<br>/g, "\n")
      .replace(/<[^>]*>|\u200b/g, "")
      .replace(/ +/g, " ")
      .trim();
  const rows = [...said.html.matchAll(/<tr>(.*?)<\/tr>|<p>(.*?)<\/p>/g)].flatMap(([, row, lines]) =>
    row === undefined
      ? clean(lines ?? "")
          .split("\n")
          .map((line) => [line])
      : [[...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => clean(cell ?? ""))],
  );
  return { html: said.html, rows, partial: said.partial };
};
