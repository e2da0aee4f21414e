import { type Attributes, attributes, classes } from "../attributes.ts";
import { type Html, html } from "../html.ts";
import { type FieldProps, field, idOf } from "./form-group.ts";

export type SelectItem = {
  text: string;
  value?: string | number | undefined;
  selected?: boolean | undefined;
  disabled?: boolean | undefined;
  attributes?: Attributes | undefined;
};

export type SelectProps = FieldProps & {
  items: readonly (SelectItem | false | undefined | null)[];
  value?: string | undefined;
  disabled?: boolean | undefined;
};

const option = (item: SelectItem, chosen: string | undefined): Html => {
  const { value, disabled } = item;
  const isChosen = item.selected ?? (Boolean(chosen) && (value ?? item.text) === chosen);
  return html`<option${attributes({ value, selected: isChosen, disabled, ...item.attributes })}>${item.text}</option>`;
};

export const select = (props: SelectProps): Html =>
  field(props, (describedBy) => {
    const own = attributes({
      class: classes("govuk-select", props.classes, props.errorMessage && "govuk-select--error"),
      id: idOf(props),
      name: props.name,
      disabled: props.disabled,
      "aria-describedby": describedBy,
      ...props.attributes,
    });
    const options = props.items.map((item) => item && option(item, props.value));
    return html`${props.formGroup?.beforeInput?.text}<select${own}>${options}</select>${props.formGroup?.afterInput?.text}`;
  });
