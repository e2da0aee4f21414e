import { attributes, classes } from "../attributes.ts";
import { type Html, html } from "../html.ts";
import type { Said } from "../parts.ts";

export const badge = (props: Said): Html =>
  html`<span class="${classes("moj-badge", props.classes)}"${attributes(props.attributes)}>${props.text}</span>`;
