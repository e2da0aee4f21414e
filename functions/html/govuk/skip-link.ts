import { attributes, classes } from "../attributes.ts";
import { type Html, html } from "../html.ts";
import type { Said } from "../parts.ts";

export const skipLink = (props: Said & { href?: string | undefined }): Html =>
  html`<a href="${props.href || "#content"}" class="${classes("govuk-skip-link", props.classes)}"${attributes(props.attributes)} data-module="govuk-skip-link">${props.text}</a>`;
