import { attributes, classes } from "../attributes.ts";
import { type Html, html } from "../html.ts";
import type { Common } from "../parts.ts";
import { type SeveralProps, several } from "./form-group.ts";
import { type InputProps, input } from "./input.ts";

export type DateItem = Pick<
  InputProps,
  "id" | "inputmode" | "autocomplete" | "pattern" | "attributes" | "classes"
> & {
  name?: string | undefined;
  label?: string | undefined;
  value?: string | number | undefined;
  error?: boolean | undefined;
};

export type DateInputProps = Common &
  SeveralProps & {
    id: string;
    namePrefix?: string | undefined;
    values?: Readonly<Record<string, string | number | undefined>> | undefined;
    day?: DateItem | undefined;
    month?: DateItem | undefined;
    year?: DateItem | undefined;
    /** Other parts than day, month and year. */
    items?: readonly (DateItem | false | null | undefined)[] | undefined;
  };

const isMarked = (item: DateItem): boolean =>
  item.error === true || (item.classes?.includes("govuk-input--error") ?? false);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** Day, month and year under whatever name they go. */
const partsOf = ({ day, month, year, items }: DateInputProps) => {
  const named = { day: day ?? {}, month: month ?? {}, year: year ?? {} };
  const kindOf = (item: DateItem): keyof typeof named | undefined =>
    (["day", "month", "year"] as const).find(
      (kind) => item === named[kind] || (item.name && [kind, named[kind].name].includes(item.name)),
    );
  return { kindOf, parts: items?.length ? items : [named.day, named.month, named.year] };
};

export const dateInput = (props: DateInputProps): Html => {
  const { id, formGroup, values = {} } = props;
  const { kindOf, parts } = partsOf(props);
  const anyIsMarked = parts.some((item) => item && isMarked(item));
  const prefix = props.namePrefix ? `${props.namePrefix}-` : "";
  const part = (item: DateItem): Html => {
    const kind = kindOf(item);
    const name = item.name ?? kind ?? "";
    const wrong = isMarked(item) || (item.error !== false && props.errorMessage && !anyIsMarked);
    const width =
      !item.classes?.includes("govuk-input--width-") && `govuk-input--width-${kind === "year" ? 4 : 2}`;
    const written = input({
      ...item,
      label: { text: item.label || capital(name), classes: "govuk-date-input__label" },
      id: item.id || `${id}-${name}`,
      name: prefix + name,
      classes: classes(
        "govuk-date-input__input",
        wrong && !item.classes?.includes("govuk-input--error") && "govuk-input--error",
        width,
        item.classes,
      ),
      value: item.value ?? (kind && (props[kind]?.value ?? values[kind])) ?? values[prefix + name],
      inputmode: item.inputmode || "numeric",
    });
    return html`<div class="govuk-date-input__item">${written}</div>`;
  };
  return several(
    props,
    // Without the role JAWS leaves out what describes a fieldset of text inputs.
    { id, role: "group" },
    () =>
      html`<div class="${classes("govuk-date-input", props.classes)}"${attributes({ ...props.attributes, id })}>${formGroup?.beforeInputs?.text}${parts.map((item) => item && part(item))}${formGroup?.afterInputs?.text}</div>`,
  );
};
