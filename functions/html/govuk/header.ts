import { attributes, classes } from "../attributes.ts";
import { type Html, html, type Text } from "../html.ts";
import type { Common } from "../parts.ts";

export type HeaderProps = Common & {
  url?: string | undefined;
  logoText: Text;
  containerClasses?: string | undefined;
};

/** The generic header: the crown and the GOV.UK logo are for services on gov.uk only. */
export const header = (props: HeaderProps): Html =>
  html`<div class="${classes("govuk-generic-header", props.classes)}"${attributes(props.attributes)}><div class="govuk-generic-header__container ${props.containerClasses || "govuk-width-container"}"><div class="govuk-generic-header__logo"><a href="${props.url || "/"}" class="govuk-generic-header__homepage-link">${props.logoText}</a></div></div></div>`;
