import type { Row } from "./pdf-rows.ts";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");

const tableRow = ({ cells, spans }: Row): string => {
  const span = (at: number): string => ((spans?.[at] ?? 1) > 1 ? ` rowspan="${spans?.[at]}"` : "");
  return `<tr>${cells.map((cell, at) => `<td${span(at)}>${escaped(cell)}</td>`).join("")}</tr>`;
};

/** Rows as the HTML the reader of mails knows: columns are a table, lines one below the other a paragraph. */
export const rowsHtml = (rows: readonly Row[]): string => {
  let html = "";
  let open = "";
  const turnTo = (tag: string): void => {
    if (open === tag) return;
    html += `${open && `</${open}>`}${tag && `<${tag}>`}`;
    open = tag;
  };
  for (const row of rows) {
    const isRow = row.cells.length > 1 || row.isRuled === true;
    if (row.gapAbove && !isRow) turnTo("");
    turnTo(isRow ? "table" : "p");
    html += isRow ? tableRow(row) : `${escaped(row.cells[0] ?? "")}<br>`;
  }
  turnTo("");
  return html;
};
