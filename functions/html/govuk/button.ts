import { attributes, classes } from "../attributes.ts";
import { type Html, html } from "../html.ts";
import type { Said } from "../parts.ts";

export type ButtonProps = Said & {
  /** A link that looks like a button. */
  href?: string | undefined;
  name?: string | undefined;
  value?: string | undefined;
  type?: string | undefined;
  id?: string | undefined;
  disabled?: boolean | undefined;
};

export const button = (props: ButtonProps): Html => {
  const common = {
    class: classes("govuk-button", props.classes),
    "data-module": "govuk-button",
    ...props.attributes,
    id: props.id,
  };
  if (props.href)
    return html`<a${attributes({ href: props.href, role: "button", draggable: "false", ...common })}>${props.text}</a>`;
  const own = attributes({
    type: props.type || "submit",
    value: props.value,
    name: props.name,
    disabled: props.disabled,
    "aria-disabled": props.disabled ? "true" : undefined,
    ...common,
  });
  return html`<button${own}>${props.text}</button>`;
};
