import { attributes, classes } from "../attributes.ts";
import { type Html, html } from "../html.ts";
import type { Said } from "../parts.ts";

export type ErrorMessageProps = Said & {
  id?: string | undefined;
  /** Empty: nothing is said before the message. */
  visuallyHiddenText?: string | undefined;
};

export const errorMessage = (props: ErrorMessageProps): Html => {
  const { id, text, visuallyHiddenText = "Error" } = props;
  const before =
    visuallyHiddenText && html`<span class="govuk-visually-hidden">${visuallyHiddenText}:</span> `;
  return html`<p${attributes({ id })} class="${classes("govuk-error-message", props.classes)}"${attributes(props.attributes)}>${before}${text}</p>`;
};
