import { type Attributes, attributes, classes } from "../attributes.ts";
import { type Html, html, type Text } from "../html.ts";
import type { Common } from "../parts.ts";

export type ErrorSummaryProps = Common & {
  titleText: Text;
  descriptionText?: Text | undefined;
  errorList?:
    | readonly { text: Text; href?: string | undefined; attributes?: Attributes | undefined }[]
    | undefined;
  disableAutoFocus?: boolean | undefined;
};

type Listed = NonNullable<ErrorSummaryProps["errorList"]>[number];

const listed = ({ href, text, attributes: own }: Listed): Html =>
  html`<li>${href ? html`<a href="${href}"${attributes(own)}>${text}</a>` : text}</li>`;

export const errorSummary = (props: ErrorSummaryProps): Html => {
  const { titleText, descriptionText, errorList = [], disableAutoFocus } = props;
  const focus = disableAutoFocus === undefined ? undefined : String(disableAutoFocus);
  const list =
    errorList.length > 0 &&
    html`<ul class="govuk-list govuk-error-summary__list">${errorList.map(listed)}</ul>`;
  return html`<div class="${classes("govuk-error-summary", props.classes)}"${attributes({ "data-disable-auto-focus": focus, ...props.attributes })} data-module="govuk-error-summary"><div role="alert"><h2 class="govuk-error-summary__title">${titleText}</h2><div class="govuk-error-summary__body">${descriptionText && html`<p>${descriptionText}</p>`}${list}</div></div></div>`;
};
