import { attributes, classes } from "../attributes.ts";
import { type Html, html, type Text } from "../html.ts";
import type { Common } from "../parts.ts";

export type PanelProps = Common & { titleText: Text; text?: Text | undefined };

/** Says that something is done. */
export const panel = (props: PanelProps): Html =>
  html`<div class="${classes("govuk-panel govuk-panel--confirmation", props.classes)}"${attributes(props.attributes)}><h1 class="govuk-panel__title">${props.titleText}</h1>${props.text && html`<div class="govuk-panel__body">${props.text}</div>`}</div>`;
