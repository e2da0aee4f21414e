import { attributes, classes } from "../attributes.ts";
import { type Html, html, type Part } from "../html.ts";
import type { Common, Said } from "../parts.ts";

export type FieldsetProps = Common & {
  legend?: (Said & { isPageHeading?: boolean | undefined }) | undefined;
  role?: string | undefined;
  describedBy?: string | undefined;
};

const legendOf = ({ legend }: FieldsetProps): Html | undefined => {
  if (!legend?.text) return undefined;
  const text = legend.isPageHeading
    ? html`<h1 class="govuk-fieldset__heading">${legend.text}</h1>`
    : legend.text;
  return html`<legend class="${classes("govuk-fieldset__legend", legend.classes)}">${text}</legend>`;
};

export const fieldset = (props: FieldsetProps, content: Part): Html => {
  const described = { role: props.role, "aria-describedby": props.describedBy || undefined };
  return html`<fieldset class="${classes("govuk-fieldset", props.classes)}"${attributes({ ...described, ...props.attributes })}>${legendOf(props)}${content}</fieldset>`;
};
