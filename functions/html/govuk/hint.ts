import { attributes, classes } from "../attributes.ts";
import { type Html, html } from "../html.ts";
import type { Said } from "../parts.ts";

export type HintProps = Said & { id?: string | undefined };

export const hint = (props: HintProps): Html =>
  html`<div${attributes({ id: props.id })} class="${classes("govuk-hint", props.classes)}"${attributes(props.attributes)}>${props.text}</div>`;
