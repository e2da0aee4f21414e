import { attributes, classes } from "../attributes.ts";
import { type Html, html } from "../html.ts";
import type { Common, Said } from "../parts.ts";

export type BreadcrumbsProps = Common & {
  items: readonly (Said & { href?: string | undefined })[];
  collapseOnMobile?: boolean | undefined;
  labelText?: string | undefined;
};

type Crumb = BreadcrumbsProps["items"][number];

const crumb = ({ href, text, attributes: own }: Crumb): Html =>
  href
    ? html`<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="${href}"${attributes(own)}>${text}</a></li>`
    : html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${text}</li>`;

export const breadcrumbs = (props: BreadcrumbsProps): Html => {
  const collapses = props.collapseOnMobile && "govuk-breadcrumbs--collapse-on-mobile";
  const own = { ...props.attributes, "aria-label": props.labelText ?? "Breadcrumb" };
  return html`<nav class="${classes("govuk-breadcrumbs", props.classes, collapses)}"${attributes(own)}><ol class="govuk-breadcrumbs__list">${props.items.map(crumb)}</ol></nav>`;
};
