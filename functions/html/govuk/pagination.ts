import { type Attributes, attributes, classes } from "../attributes.ts";
import { type Html, html, type Text } from "../html.ts";
import type { Common } from "../parts.ts";

type Step = {
  href: string;
  text?: Text | undefined;
  labelText?: string | undefined;
  attributes?: Attributes | undefined;
};
export type PageItem =
  | { ellipsis: true }
  | {
      number: string | number;
      href: string;
      current?: boolean | undefined;
      visuallyHiddenText?: string | undefined;
      attributes?: Attributes | undefined;
    };

export type PaginationProps = Common & {
  previous?: Step | undefined;
  next?: Step | undefined;
  items?: readonly (PageItem | null | undefined)[] | undefined;
  landmarkLabel?: string | undefined;
};

const arrows = {
  prev: html`<svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path></svg>`,
  next: html`<svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path></svg>`,
};

const step = (link: Step | undefined, type: "prev" | "next", blockLevel: boolean): Html | undefined => {
  if (!link?.href) return undefined;
  const title =
    link.text ||
    html`${type === "prev" ? "Previous" : "Next"}<span class="govuk-visually-hidden"> page</span>`;
  const plain = blockLevel && !link.labelText && "govuk-pagination__link-title--decorated";
  const label =
    link.labelText &&
    blockLevel &&
    html`<span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">${link.labelText}</span>`;
  const first = (blockLevel || type === "prev") && arrows[type];
  return html`<div class="govuk-pagination__${type}"><a class="govuk-link govuk-pagination__link" href="${link.href}" rel="${type}"${attributes(link.attributes)}>${first} <span class="${classes("govuk-pagination__link-title", plain)}">${title}</span> ${label} ${!first && arrows[type]}</a></div>`;
};

const page = (item: PageItem): Html => {
  if ("ellipsis" in item && item.ellipsis)
    return html`<li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>`;
  if (!("href" in item)) return html``;
  const { number, href, current, visuallyHiddenText = `Page ${number}` } = item;
  const own = { href, "aria-label": visuallyHiddenText, "aria-current": current ? "page" : undefined };
  return html`<li class="${classes("govuk-pagination__item", current && "govuk-pagination__item--current")}"><a class="govuk-link govuk-pagination__link"${attributes({ ...own, ...item.attributes })}>${number}</a></li>`;
};

export const pagination = (props: PaginationProps): Html => {
  const { previous, next, items } = props;
  const blockLevel = !items && Boolean(next ?? previous);
  const list =
    items && html`<ul class="govuk-pagination__list">${items.map((item) => item && page(item))}</ul>`;
  const own = { "aria-label": props.landmarkLabel || "Pagination", ...props.attributes };
  return html`<nav class="${classes("govuk-pagination", blockLevel && "govuk-pagination--block", props.classes)}"${attributes(own)}>${step(previous, "prev", blockLevel)}${list}${step(next, "next", blockLevel)}</nav>`;
};
