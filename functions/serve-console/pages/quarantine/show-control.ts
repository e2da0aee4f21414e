import { checkboxes } from "../../../html/govuk/checkboxes.ts";
import { dateInput } from "../../../html/govuk/date-input.ts";
import { fieldset } from "../../../html/govuk/fieldset.ts";
import { input } from "../../../html/govuk/input.ts";
import { radios } from "../../../html/govuk/radios.ts";
import { textarea } from "../../../html/govuk/textarea.ts";
import { type Html, html, type Text } from "../../../html/html.ts";
import type { Control } from "./controls.ts";
import { valueInWords } from "./said.ts";

export type ShownControl = {
  name: string;
  label: string;
  hint?: Text | undefined;
  error?: string | undefined;
  typed: URLSearchParams;
};

const around = ({ hint, error }: ShownControl) => ({
  ...(hint ? { hint: { text: hint } } : {}),
  ...(error ? { errorMessage: { text: error } } : {}),
});

const legendOf = ({ label }: ShownControl) => ({
  legend: { text: label, classes: "govuk-fieldset__legend--s" },
});

const oneLine = (shown: ShownControl, classes = ""): Html =>
  input({
    name: shown.name,
    label: { text: shown.label, classes: "govuk-label--s" },
    value: shown.typed.get(shown.name) ?? "",
    classes,
    autocomplete: "off",
    spellcheck: false,
    ...around(shown),
  });

const day = (shown: ShownControl): Html => {
  const { name, typed } = shown;
  const part = (of: string) => ({ id: `${name}-${of}`, name: of, value: typed.get(`${name}-${of}`) ?? "" });
  return dateInput({
    id: name,
    namePrefix: name,
    fieldset: legendOf(shown),
    day: part("day"),
    month: part("month"),
    year: part("year"),
    ...around({ ...shown, hint: html`${shown.hint && html`${shown.hint} `}Such as 9 3 2011` }),
  });
};

const moment = (shown: ShownControl): Html => {
  const { name, label, typed } = shown;
  const time = input({
    name: `${name}-time`,
    label: { text: `${label}: time on the London clock, such as 21:30` },
    value: typed.get(`${name}-time`) ?? "",
    classes: "govuk-input--width-5",
    autocomplete: "off",
  });
  return html`${day(shown)}${time}`;
};

/** What somebody may say of a field, under its label and with what is wrong with what they said. */
export const showControl = (shown: ShownControl, control: Control): Html => {
  const { name, label, typed } = shown;
  switch (control.kind) {
    case "day":
      return day(shown);
    case "moment":
      return moment(shown);
    case "long":
    case "lines":
      return textarea({
        name,
        label: { text: label, classes: "govuk-label--s" },
        value: typed.get(name) ?? "",
        ...around(control.kind === "lines" ? { ...shown, hint: shown.hint ?? "One on each line" } : shown),
      });
    case "yes-no":
    case "one-of": {
      const values = control.kind === "one-of" ? control.values : ["yes", "no"];
      return radios({
        name,
        fieldset: legendOf(shown),
        classes: "govuk-radios--small",
        items: values.map((value) => ({ value, text: value.replaceAll("-", " ") })),
        value: typed.get(name) ?? "",
        ...around(shown),
      });
    }
    case "some-of":
      return checkboxes({
        name,
        fieldset: legendOf(shown),
        classes: "govuk-checkboxes--small",
        items: control.values.map((value) => ({ value, text: valueInWords("flags", value) })),
        values: typed.getAll(name),
        ...around(shown),
      });
    case "group": {
      const parts = Object.entries(control.parts).map(([part, own]) =>
        showControl({ name: `${name}.${part}`, label: own.label, typed }, own.control),
      );
      const error = shown.error && html`<p class="govuk-error-message">${shown.error}</p>`;
      return html`<div id="${name}">${fieldset({ ...legendOf(shown) }, [error, parts])}</div>`;
    }
    default:
      return oneLine(shown);
  }
};
