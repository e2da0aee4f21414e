import { attributes, classes } from "../attributes.ts";
import { type Html, html } from "../html.ts";
import type { Common, Said } from "../parts.ts";

export type SubNavigationProps = Common & {
  label?: string | undefined;
  items: readonly (Said & { href: string; active?: boolean | undefined })[];
};

export const subNavigation = (props: SubNavigationProps): Html => {
  const item = (one: SubNavigationProps["items"][number]): Html =>
    html`<li class="${classes("moj-sub-navigation__item", one.classes)}"><a class="moj-sub-navigation__link"${attributes({ "aria-current": one.active ? "page" : undefined, href: one.href, ...one.attributes })}>${one.text}</a></li>`;
  return html`<nav class="${classes("moj-sub-navigation", props.classes)}" aria-label="${props.label || "Secondary navigation region"}"${attributes(props.attributes)}><ul class="moj-sub-navigation__list">${props.items.map(item)}</ul></nav>`;
};
