import { attributes, classes } from "../attributes.ts";
import { type Html, html } from "../html.ts";
import type { Said } from "../parts.ts";
import { tag } from "./tag.ts";

export type PhaseBannerProps = Said & { tag: Said };

export const phaseBanner = (props: PhaseBannerProps): Html => {
  const phase = tag({
    text: props.tag.text,
    classes: classes("govuk-phase-banner__content__tag", props.tag.classes),
  });
  return html`<div class="${classes("govuk-phase-banner govuk-width-container", props.classes)}"${attributes(props.attributes)}><p class="govuk-phase-banner__content">${phase} <span class="govuk-phase-banner__text">${props.text}</span></p></div>`;
};
