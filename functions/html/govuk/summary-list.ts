import { attributes, classes } from "../attributes.ts";
import { type Html, html, type Text } from "../html.ts";
import type { Common, Said } from "../parts.ts";

export type SummaryAction = Said & { href: string; visuallyHiddenText?: string | undefined };
type Actions = { items?: readonly SummaryAction[] | undefined; classes?: string | undefined };

export type SummaryRow = {
  key: { text: Text; classes?: string | undefined };
  value: { text: Text; classes?: string | undefined };
  actions?: Actions | undefined;
  classes?: string | undefined;
};

export type SummaryListProps = Common & { rows: readonly (SummaryRow | false | null | undefined)[] };

const link = (action: SummaryAction): Html => {
  const hidden =
    action.visuallyHiddenText &&
    html`<span class="govuk-visually-hidden"> ${action.visuallyHiddenText}</span>`;
  return html`<a class="${classes("govuk-link", action.classes)}" href="${action.href}"${attributes(action.attributes)}>${action.text}${hidden}</a>`;
};

const actionsOf = ({ items = [], classes: own }: Actions = {}): Html | undefined => {
  const [first, ...others] = items;
  if (!first) return undefined;
  const links =
    others.length === 0
      ? link(first)
      : html`<ul class="govuk-summary-list__actions-list">${items.map((item) => html`<li class="govuk-summary-list__actions-list-item">${link(item)}</li>`)}</ul>`;
  return html`<dd class="${classes("govuk-summary-list__actions", own)}">${links}</dd>`;
};

export const summaryList = ({ rows, ...props }: SummaryListProps): Html => {
  const anyHasActions = rows.some((row) => (row || undefined)?.actions?.items?.length);
  const written = (row: SummaryRow): Html => {
    const without = anyHasActions && !row.actions?.items && "govuk-summary-list__row--no-actions";
    return html`<div class="${classes("govuk-summary-list__row", without, row.classes)}"><dt class="${classes("govuk-summary-list__key", row.key.classes)}">${row.key.text}</dt><dd class="${classes("govuk-summary-list__value", row.value.classes)}">${row.value.text}</dd>${actionsOf(row.actions)}</div>`;
  };
  return html`<dl class="${classes("govuk-summary-list", props.classes)}"${attributes(props.attributes)}>${rows.map((row) => row && written(row))}</dl>`;
};
