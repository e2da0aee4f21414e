import { attributes, classes } from "../attributes.ts";
import { type Html, html } from "../html.ts";
import type { Common, Said } from "../parts.ts";

export type NavigationItem = Said & {
  href?: string | undefined;
  /** The page itself. */
  current?: boolean | undefined;
  /** The part of the service that the page belongs to. */
  active?: boolean | undefined;
};

export type ServiceNavigationProps = Common & {
  serviceName?: string | undefined;
  serviceUrl?: string | undefined;
  navigation?: readonly (NavigationItem | false | null | undefined)[] | undefined;
  ariaLabel?: string | undefined;
  navigationLabel?: string | undefined;
  navigationId?: string | undefined;
  navigationClasses?: string | undefined;
};

const nameOf = ({ serviceName, serviceUrl }: ServiceNavigationProps): Html | undefined => {
  if (!serviceName) return undefined;
  const name = serviceUrl
    ? html`<a href="${serviceUrl}" class="govuk-service-navigation__link">${serviceName}</a>`
    : html`<span class="govuk-service-navigation__text">${serviceName}</span>`;
  return html`<span class="govuk-service-navigation__service-name">${name}</span>`;
};

const itemOf = (item: NavigationItem): Html => {
  const isHere = item.active || item.current;
  // Still told apart where a reader's own colours override ours.
  const words = isHere
    ? html`<strong class="govuk-service-navigation__active-fallback">${item.text}</strong>`
    : item.text;
  const here = { "aria-current": isHere ? (item.current ? "page" : "true") : undefined };
  const inner = item.href
    ? html`<a class="govuk-service-navigation__link" href="${item.href}"${attributes({ ...here, ...item.attributes })}>${words}</a>`
    : html`<span class="govuk-service-navigation__text"${attributes(here)}>${words}</span>`;
  return html`<li class="${classes("govuk-service-navigation__item", isHere && "govuk-service-navigation__item--active")}">${inner}</li>`;
};

/** Never collapsed on a phone: that takes a script to open it again. */
export const serviceNavigation = (props: ServiceNavigationProps): Html => {
  const items = (props.navigation ?? []).flatMap((item) => item || []);
  const list =
    items.length > 0 &&
    html`<nav aria-label="${props.navigationLabel || "Menu"}" class="${classes("govuk-service-navigation__wrapper", props.navigationClasses)}"><ul class="govuk-service-navigation__list" id="${props.navigationId || "navigation"}">${items.map(itemOf)}</ul></nav>`;
  const inner = html`<div class="govuk-width-container"><div class="govuk-service-navigation__container">${nameOf(props)}${list}</div></div>`;
  const own = attributes({
    class: classes("govuk-service-navigation", props.classes),
    "data-module": "govuk-service-navigation",
    ...props.attributes,
  });
  return props.serviceName
    ? html`<section aria-label="${props.ariaLabel ?? "Service information"}"${own}>${inner}</section>`
    : html`<div${own}>${inner}</div>`;
};
