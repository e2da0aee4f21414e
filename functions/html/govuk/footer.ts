import { type Attributes, attributes, classes } from "../attributes.ts";
import { type Html, html, type Text } from "../html.ts";
import type { Common } from "../parts.ts";

export type FooterProps = Common & {
  containerClasses?: string | undefined;
  meta?:
    | {
        visuallyHiddenTitle?: string | undefined;
        items?: readonly { text: string; href: string; attributes?: Attributes | undefined }[] | undefined;
        text?: Text | undefined;
      }
    | undefined;
};

/** Without the crown, its copyright and its licence: a council's case files are under none of them. */
export const footer = ({ meta, containerClasses, ...props }: FooterProps): Html => {
  const items = meta?.items ?? [];
  const links =
    items.length > 0 &&
    html`<ul class="govuk-footer__inline-list">${items.map((item) => html`<li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="${item.href}"${attributes(item.attributes)}>${item.text}</a></li>`)}</ul>`;
  const custom = meta?.text && html`<div class="govuk-footer__meta-custom">${meta.text}</div>`;
  const inner =
    meta &&
    html`<h2 class="govuk-visually-hidden">${meta.visuallyHiddenTitle || "Support links"}</h2>${links}${custom}`;
  return html`<div class="${classes("govuk-footer", props.classes)}"${attributes(props.attributes)}><div class="${classes("govuk-width-container", containerClasses)}"><div class="govuk-footer__meta"><div class="govuk-footer__meta-item govuk-footer__meta-item--grow">${inner}</div></div></div></div>`;
};
