import { type Attributes, attributes } from "../attributes.ts";
import { button } from "../govuk/button.ts";
import { type Html, html, type Text } from "../html.ts";

type Heading = { text: Text };

export type FilterProps = {
  heading: Heading;
  selectedFilters?:
    | {
        heading: Heading;
        clearLink: { text: string; href: string };
        categories: readonly { heading: Heading; items: readonly { text: string; href: string }[] }[];
      }
    | undefined;
  submit?: { text?: string | undefined; attributes?: Attributes | undefined } | undefined;
  /** The controls. They belong into a form with method="get", so that a bookmark is a list. */
  options: Html;
  attributes?: Attributes | undefined;
};

type Selected = NonNullable<FilterProps["selectedFilters"]>;

const category = ({ heading, items }: Selected["categories"][number]): Html =>
  html`<h3 class="govuk-heading-s govuk-!-margin-bottom-0">${heading.text}</h3><ul class="moj-filter-tags">${items.map((item) => html`<li><a class="moj-filter__tag" href="${item.href}"><span class="govuk-visually-hidden">Remove this filter</span> ${item.text}</a></li>`)}</ul>`;

const selected = ({ heading, clearLink, categories }: Selected): Html =>
  html`<div class="moj-filter__selected"><div class="moj-filter__selected-heading"><div class="moj-filter__heading-title"><h2 class="govuk-heading-m">${heading.text}</h2></div><div class="moj-filter__heading-action"><p><a class="govuk-link govuk-link--no-visited-state" href="${clearLink.href}">${clearLink.text}</a></p></div></div>${categories.map(category)}</div>`;

export const filter = ({ heading, selectedFilters, submit, options, ...props }: FilterProps): Html =>
  html`<div class="moj-filter" data-module="moj-filter"${attributes(props.attributes)}><div class="moj-filter__header"><div class="moj-filter__header-title"><h2 class="govuk-heading-m">${heading.text}</h2></div><div class="moj-filter__header-action"></div></div><div class="moj-filter__content">${selectedFilters && selected(selectedFilters)}<div class="moj-filter__options">${button({ text: submit?.text || "Apply filters", attributes: submit?.attributes })}${options}</div></div></div>`;
