import { attributes, classes } from "../attributes.ts";
import { type Html, html, type Text } from "../html.ts";
import type { Said } from "../parts.ts";

export type DetailsProps = Said & {
  summaryText: Text;
  id?: string | undefined;
  open?: boolean | undefined;
};

export const details = (props: DetailsProps): Html =>
  html`<details${attributes({ id: props.id })} class="${classes("govuk-details", props.classes)}"${attributes({ ...props.attributes, open: props.open })}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${props.summaryText}</span></summary><div class="govuk-details__text">${props.text}</div></details>`;
