import { type Attributes, attributes, classes } from "../attributes.ts";
import { type Html, html, type Text } from "../html.ts";
import type { Common } from "../parts.ts";

export type Cell = {
  text?: Text | number | undefined;
  format?: "numeric" | undefined;
  classes?: string | undefined;
  colspan?: number | undefined;
  rowspan?: number | undefined;
  attributes?: Attributes | undefined;
};

export type TableProps = Common & {
  caption?: string | undefined;
  captionClasses?: string | undefined;
  head?: readonly Cell[] | undefined;
  rows: readonly (readonly Cell[] | false | null | undefined)[];
  firstCellIsHeader?: boolean | undefined;
};

const kindOf = (cell: Cell, part: "header" | "cell"): string =>
  classes(`govuk-table__${part}`, cell.format && `govuk-table__${part}--${cell.format}`, cell.classes);

const spans = ({ colspan, rowspan, attributes: own }: Cell): Attributes => ({ colspan, rowspan, ...own });

const heading = (cell: Cell): Html =>
  html`<th scope="col" class="${kindOf(cell, "header")}"${attributes(spans(cell))}>${cell.text}</th>`;

const cellOf = (cell: Cell, isHeader: boolean): Html =>
  isHeader
    ? html`<th scope="row" class="${classes("govuk-table__header", cell.classes)}"${attributes(spans(cell))}>${cell.text}</th>`
    : html`<td class="${kindOf(cell, "cell")}"${attributes(spans(cell))}>${cell.text}</td>`;

export const table = ({ caption, head, rows, firstCellIsHeader, ...props }: TableProps): Html => {
  const title =
    caption &&
    html`<caption class="${classes("govuk-table__caption", props.captionClasses)}">${caption}</caption>`;
  const top =
    head &&
    html`<thead class="govuk-table__head"><tr class="govuk-table__row">${head.map(heading)}</tr></thead>`;
  const row = (cells: readonly Cell[]): Html =>
    html`<tr class="govuk-table__row">${cells.map((cell, i) => cellOf(cell, i === 0 && firstCellIsHeader === true))}</tr>`;
  return html`<table class="${classes("govuk-table", props.classes)}"${attributes(props.attributes)}>${title}${top}<tbody class="govuk-table__body">${rows.map((cells) => cells && row(cells))}</tbody></table>`;
};

/**
 * A table whose rows become blocks on a phone, each value under its column's name: six columns side by side overflow
 * 320 pixels by far. Its style is ours (infra/styles).
 */
export const stackedTable = (props: TableProps & { head: readonly Cell[] }): Html => {
  const label = (cell: Cell, i: number): Cell => {
    const name = props.head[i]?.text;
    return typeof name === "string"
      ? { ...cell, attributes: { ...cell.attributes, "data-label": name } }
      : cell;
  };
  const rows = props.rows.map((cells) => (cells ? cells.map(label) : cells));
  return table({ ...props, rows, classes: classes("sr-stacked", props.classes) });
};
