import { attributes, classes } from "../attributes.ts";
import { type Html, html } from "../html.ts";
import type { Said } from "../parts.ts";

export const insetText = (props: Said & { id?: string | undefined }): Html =>
  html`<div${attributes({ id: props.id })} class="${classes("govuk-inset-text", props.classes)}"${attributes(props.attributes)}>${props.text}</div>`;
