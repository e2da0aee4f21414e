import { attributes, classes } from "../attributes.ts";
import { type Html, html } from "../html.ts";
import { type FieldProps, field, idOf } from "./form-group.ts";

export type TextareaProps = FieldProps & {
  value?: string | undefined;
  rows?: number | string | undefined;
  autocomplete?: string | undefined;
  spellcheck?: boolean | undefined;
  disabled?: boolean | undefined;
};

/** A parser drops a line break right after the tag, so one typed there is given another. */
const kept = (value = ""): string => (value.startsWith("\n") ? `\n${value}` : value);

export const textarea = (props: TextareaProps): Html =>
  field(props, (describedBy) => {
    const { formGroup, rows, spellcheck } = props;
    const own = attributes({
      class: classes("govuk-textarea", props.errorMessage && "govuk-textarea--error", props.classes),
      id: idOf(props),
      name: props.name,
      rows: rows || 5,
      spellcheck: spellcheck === undefined ? undefined : String(spellcheck),
      disabled: props.disabled,
      "aria-describedby": describedBy,
      autocomplete: props.autocomplete,
      ...props.attributes,
    });
    return html`${formGroup?.beforeInput?.text}<textarea${own}>${kept(props.value)}</textarea>${formGroup?.afterInput?.text}`;
  });
