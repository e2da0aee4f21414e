import { attributes, classes } from "../attributes.ts";
import { type Html, html } from "../html.ts";
import type { Said } from "../parts.ts";

export const tag = (props: Said): Html =>
  html`<strong class="${classes("govuk-tag", props.classes)}"${attributes(props.attributes)}>${props.text}</strong>`;
