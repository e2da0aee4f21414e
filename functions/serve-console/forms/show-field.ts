import { checkboxes } from "../../html/govuk/checkboxes.ts";
import { dateInput } from "../../html/govuk/date-input.ts";
import { input } from "../../html/govuk/input.ts";
import { radios } from "../../html/govuk/radios.ts";
import { select } from "../../html/govuk/select.ts";
import { textarea } from "../../html/govuk/textarea.ts";
import type { Html } from "../../html/html.ts";
import type { Field } from "./fields.ts";
import type { FormFault } from "./read-form.ts";
import { dayParts, partName, type TimePart, timeParts } from "./times.ts";

type Shown = { typed: URLSearchParams; faults: readonly FormFault[] };

const MOST_RADIOS = 8;

const idOf = (path: string): string => `field-${path.replaceAll(/[^\w-]/g, "-")}`;

/** Where a fault's link leads: the first control of its field. */
export const anchorOf = ({ path, kind }: Pick<Field, "path" | "kind">): string =>
  kind === "time" || kind === "day" ? `#${idOf(path)}-${partName(path, "day")}` : `#${idOf(path)}`;

/** Of choices "Not stated" says it. */
const labelOf = ({ label, required, kind }: Field): string =>
  required || kind === "yes-no" ? label : `${label} (optional)`;

const optional = (text: string) => ({ value: "", text });

const asDate = (field: Field, { typed }: Shown, common: object, parts: readonly TimePart[]): Html =>
  dateInput({
    ...common,
    id: idOf(field.path),
    fieldset: { legend: { text: labelOf(field), classes: "govuk-fieldset__legend--s" } },
    items: parts.map((part) => ({
      name: partName(field.path, part),
      label: `${part.charAt(0).toUpperCase()}${part.slice(1)}`,
      value: typed.get(partName(field.path, part)) ?? "",
      classes: `govuk-input--width-${part === "year" ? 4 : 2}`,
    })),
  });

const asChoice = (
  field: Field,
  choices: readonly { value: string; text: string }[],
  { typed }: Shown,
  common: object,
): Html => {
  const base = { ...common, name: field.path, value: typed.get(field.path) ?? "" };
  const items = field.required ? choices : [...choices, optional("Not stated")];
  if (choices.length > MOST_RADIOS)
    return select({
      ...base,
      id: idOf(field.path),
      label: { text: labelOf(field), classes: "govuk-label--s" },
      items: [{ value: "", text: "Choose" }, ...choices],
    });
  return radios({
    ...base,
    idPrefix: idOf(field.path),
    classes: choices.length < 3 ? "govuk-radios--inline govuk-radios--small" : "govuk-radios--small",
    fieldset: { legend: { text: labelOf(field), classes: "govuk-fieldset__legend--s" } },
    items,
  });
};

/** One question with what was typed, and what is wrong with it beside it. */
export const showField = (field: Field, shown: Shown): Html => {
  const wrong = shown.faults.filter(({ path }) => path === field.path).map(({ says }) => says);
  const common = {
    ...(field.hint ? { hint: { text: field.hint } } : {}),
    ...(wrong.length > 0 ? { errorMessage: { text: wrong.join(" ") } } : {}),
  };
  const text = {
    ...common,
    id: idOf(field.path),
    name: field.path,
    label: { text: labelOf(field), classes: "govuk-label--s" },
    value: shown.typed.get(field.path) ?? "",
  };
  switch (field.kind) {
    case "time":
      return asDate(field, shown, common, timeParts);
    case "day":
      return asDate(field, shown, common, dayParts);
    case "yes-no":
      return asChoice(
        field,
        [
          { value: "yes", text: "Yes" },
          { value: "no", text: "No" },
        ],
        shown,
        common,
      );
    case "choice":
      return asChoice(field, field.choices, shown, common);
    case "several":
      return checkboxes({
        ...common,
        name: field.path,
        idPrefix: idOf(field.path),
        classes: "govuk-checkboxes--small",
        fieldset: { legend: { text: labelOf(field), classes: "govuk-fieldset__legend--s" } },
        items: field.choices,
        values: shown.typed.getAll(field.path),
      });
    case "lines":
      return textarea({ ...text, rows: 3 });
    case "long":
      return textarea({ ...text, rows: field.rows ?? 6 });
    case "address":
      return input({ ...text, type: "email", autocomplete: "off", spellcheck: false });
    case "line":
      return input({ ...text, autocomplete: "off" });
  }
};
