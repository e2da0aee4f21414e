import { escapeHtml } from "../../domain/letters/html.ts";
import type { Row } from "./pdf-rows.ts";

const escaped = (text: string): string => escapeHtml(text).replace(/\n/g, "<br>");

/** Rows as the HTML the reader of mails knows: columns are a table, lines one below the other a paragraph. */
export const rowsHtml = (rows: readonly Row[]): string => {
  let html = "";
  let open = "";
  const turnTo = (tag: string): void => {
    if (open === tag) return;
    html += `${open && `</${open}>`}${tag && `<${tag}>`}`;
    open = tag;
  };
  for (const { cells, gapAbove } of rows) {
    const isRow = cells.length > 1;
    if (gapAbove && !isRow) turnTo("");
    turnTo(isRow ? "table" : "p");
    html += isRow
      ? `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`
      : `${escaped(cells[0] ?? "")}<br>`;
  }
  turnTo("");
  return html;
};
