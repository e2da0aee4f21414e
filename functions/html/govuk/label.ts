import { attributes, classes } from "../attributes.ts";
import { type Html, html } from "../html.ts";
import type { Said } from "../parts.ts";

export type LabelProps = Said & { isPageHeading?: boolean | undefined };

export const label = (props: LabelProps | undefined, id: string): Html | undefined => {
  if (!props?.text) return undefined;
  const written = html`<label class="${classes("govuk-label", props.classes)}"${attributes({ ...props.attributes, for: id })}>${props.text}</label>`;
  return props.isPageHeading ? html`<h1 class="govuk-label-wrapper">${written}</h1>` : written;
};
