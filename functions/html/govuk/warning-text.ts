import { attributes, classes } from "../attributes.ts";
import { type Html, html } from "../html.ts";
import type { Said } from "../parts.ts";

export const warningText = (props: Said & { iconFallbackText?: string | undefined }): Html =>
  html`<div class="${classes("govuk-warning-text", props.classes)}"${attributes(props.attributes)}><span class="govuk-warning-text__icon" aria-hidden="true">!</span><strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">${props.iconFallbackText || "Warning"}</span> ${props.text}</strong></div>`;
