import { attributes, classes } from "../attributes.ts";
import { type Html, html } from "../html.ts";
import type { Common, Said } from "../parts.ts";
import { type FieldProps, field, idOf } from "./form-group.ts";

export type InputProps = FieldProps & {
  value?: string | number | undefined;
  type?: string | undefined;
  inputmode?: string | undefined;
  autocomplete?: string | undefined;
  autocapitalize?: string | undefined;
  pattern?: string | undefined;
  spellcheck?: boolean | undefined;
  disabled?: boolean | undefined;
  prefix?: Said | undefined;
  suffix?: Said | undefined;
  inputWrapper?: Common | undefined;
};

/** The browser's own checks would speak before ours: what is typed is checked on the server. */
const control = (props: InputProps, describedBy: string | undefined): Html =>
  html`<input${attributes({
    class: classes("govuk-input", props.classes, props.errorMessage && "govuk-input--error"),
    id: idOf(props),
    name: props.name,
    type: props.type || "text",
    spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
    value: props.value,
    disabled: props.disabled,
    "aria-describedby": describedBy,
    autocomplete: props.autocomplete,
    autocapitalize: props.autocapitalize,
    pattern: props.pattern,
    inputmode: props.inputmode,
    ...props.attributes,
  })}>`;

const affix = (said: Said | undefined, kind: "prefix" | "suffix"): Html | undefined =>
  said?.text
    ? html`<div class="${classes(`govuk-input__${kind}`, said.classes)}" aria-hidden="true"${attributes(said.attributes)}>${said.text}</div>`
    : undefined;

export const input = (props: InputProps): Html =>
  field(props, (describedBy) => {
    const { prefix, suffix, inputWrapper } = props;
    const { beforeInput, afterInput } = props.formGroup ?? {};
    const written = control(props, describedBy);
    if (![prefix, suffix, beforeInput, afterInput].some((part) => part?.text)) return written;
    return html`<div class="${classes("govuk-input__wrapper", inputWrapper?.classes)}"${attributes(inputWrapper?.attributes)}>${beforeInput?.text}${affix(prefix, "prefix")}${written}${affix(suffix, "suffix")}${afterInput?.text}</div>`;
  });
