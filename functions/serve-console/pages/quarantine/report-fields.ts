import { fail, ok, type Result } from "../../../domain/result.ts";
import { checkboxes } from "../../../html/govuk/checkboxes.ts";
import { fieldset } from "../../../html/govuk/fieldset.ts";
import { radios } from "../../../html/govuk/radios.ts";
import { type Html, html } from "../../../html/html.ts";
import { type Control, controls } from "./controls.ts";
import { readControl } from "./read-control.ts";
import { titled, valueInWords, whatWasRead } from "./said.ts";
import { showControl } from "./show-control.ts";
import type { Waiting, WaitingReport } from "./waiting.ts";
import { type Asked, type Errors, errorOf, textOf } from "./way.ts";

export const nameOf = (index: number, field: string): string => `r${index}.${field}`;

/** Without these nothing is released: nobody knows is no answer. */
const needed = ["kind", "reference", "surname", "dateOfBirth"];

/** An event that does not say when would never start a clock. */
const lackedTime = ({ draft }: WaitingReport): string[] => {
  const { kind, missingSince, reportedAt, foundAt, returnedAt } = draft;
  if (kind === "missing" && !missingSince && !reportedAt) return ["missingSince"];
  return kind === "found" && !foundAt && !returnedAt ? ["foundAt"] : [];
};

/** A report of which nothing was read is asked for all that any needs. */
export const nothingRead: WaitingReport = {
  draft: { child: {}, provenance: {} },
  doubted: [],
  otherwise: [],
};

export const lacking = (report: WaitingReport): string[] => [
  ...needed.filter((field) => whatWasRead(report.draft, field) === undefined),
  ...lackedTime(report),
  ...(report === nothingRead ? ["missingSince", "foundAt", "forenames"] : []),
];

/** Only what is lacking, in doubt or was refused; everything where somebody wants to correct something else. */
const askedFields = (report: WaitingReport, index: number, { errors, typed }: Asked): string[] => {
  const wanted = new Set([...lacking(report), ...report.doubted]);
  return Object.keys(controls).filter(
    (field) => typed.get("all") === "yes" || wanted.has(field) || errors.has(nameOf(index, field)),
  );
};

const unknown = (field: string) =>
  needed.includes(field) ? [] : [{ value: "unknown", text: "Nobody knows" }];

/** Everything else that is said of a field, to be chosen where it is one plain value. */
const saidOtherwise = ({ disputes }: Pick<Waiting, "disputes">, field: string, read: unknown): string[] => {
  const kind = controls[field]?.kind;
  return kind === "group" || kind === "some-of" || kind === "lines" || kind === "yes-no"
    ? []
    : disputes
        .filter((one) => one.field === field)
        .flatMap(({ values }) => values.filter((value) => value !== read));
};

const SAID = "said:";

/** The mail is not to be taken at its word: whoever decides says what holds, be it the same. */
const settled = (
  report: WaitingReport,
  field: string,
  control: Control,
  name: string,
  asked: Asked,
): Html => {
  const { typed, errors } = asked;
  const read = whatWasRead(report.draft, field);
  const others = saidOtherwise(asked.waiting, field, read);
  const isRead = read !== undefined || others.length > 0;
  const hint = isRead
    ? "The mail is in two minds about it. Say what holds, even if it is what was read."
    : "It stands in the mail and could not be understood.";
  // Nothing to choose from: it is asked for like what is lacking.
  if (!isRead && unknown(field).length === 0)
    return showControl({ name, label: titled(field), hint, error: errors.get(name), typed }, control);
  const other = showControl({ name, label: `${titled(field)}: what holds`, typed }, control);
  return radios({
    name: `${name}.how`,
    idPrefix: name,
    fieldset: { legend: { text: titled(field), classes: "govuk-fieldset__legend--s" } },
    hint: { text: hint },
    items: [
      ...(read === undefined ? [] : [{ value: "read", text: `As read: ${valueInWords(field, read)}` }]),
      ...others.map((value) => ({
        value: `${SAID}${value}`,
        text: `As also said: ${valueInWords(field, value)}`,
      })),
      {
        value: "other",
        text: "Something else",
        conditional: { text: html`<div id="${name}-other">${other}</div>` },
      },
      ...unknown(field),
    ],
    value: typed.get(`${name}.how`) ?? "",
    ...errorOf(errors, name),
  });
};

const field = (report: WaitingReport, index: number, field: string, asked: Asked): Html => {
  const control = controls[field] ?? { kind: "text" };
  const name = nameOf(index, field);
  if (report.doubted.includes(field)) return settled(report, field, control, name, asked);
  const read = whatWasRead(report.draft, field);
  const hint =
    read === undefined ? undefined : `Read as “${valueInWords(field, read)}”. Leave empty to keep it.`;
  return showControl(
    { name, label: titled(field), hint, error: asked.errors.get(name), typed: asked.typed },
    control,
  );
};

const sameChild = ({ otherwise }: WaitingReport, index: number, { typed, errors }: Asked): Html | false => {
  const name = nameOf(index, "sameChild");
  return (
    (otherwise.length > 0 || errors.has(name)) &&
    checkboxes({
      name,
      items: [{ value: "yes", text: "It is the same child, though the two do not agree" }],
      values: typed.getAll(name),
      ...errorOf(errors, name),
    })
  );
};

const act = (index: number, { typed, errors, waiting }: Asked): Html | false =>
  waiting.reports.length > 1 &&
  radios({
    name: nameOf(index, "act"),
    classes: "govuk-radios--inline",
    items: [
      { value: "release", text: "Release it" },
      { value: "leave-out", text: "Leave it out: nothing is to be done about it" },
    ],
    value: typed.get(nameOf(index, "act")) ?? "",
    ...errorOf(errors, nameOf(index, "act")),
  });

/** One report of the mail, as far as anything has to be said of it. */
export const reportFieldset = (report: WaitingReport, index: number, asked: Asked): Html => {
  const { reference, kind } = report.draft;
  const title = `Report ${index + 1}: ${kind ?? "kind not known"}, reference ${reference ?? "not known"}`;
  const fields = askedFields(report, index, asked).map((one) => field(report, index, one, asked));
  const nothing = html`<p class="govuk-body">Nothing of it is lacking or in doubt.</p>`;
  return fieldset({ legend: { text: title, classes: "govuk-fieldset__legend--m" } }, [
    act(index, asked),
    fields.length > 0 ? fields : nothing,
    sameChild(report, index, asked),
  ]);
};

const chose = (how: string, value: unknown, read: unknown): Result<unknown, string> => {
  if (how === "other" && value === undefined) return fail("Say what holds");
  const isOther = how === "other" || how === "";
  if (!isOther && value !== undefined)
    return fail("You chose one answer and typed another: choose “Something else”, or clear what you typed");
  if (how === "unknown") return ok(null);
  if (how.startsWith(SAID)) return ok(how.slice(SAID.length));
  return ok(how === "read" ? read : value);
};

/** What somebody said of one report; null where they leave it out. */
export const reportSaid = (
  form: URLSearchParams,
  report: WaitingReport,
  index: number,
  isOneOfSeveral: boolean,
): Result<Record<string, unknown> | null, Errors> => {
  const which = textOf(form, nameOf(index, "act"));
  if (isOneOfSeveral && which === "leave-out") return ok(null);
  const errors = new Map<string, string>();
  if (isOneOfSeveral && which === "") errors.set(nameOf(index, "act"), "Say whether to release this report");
  const said: Record<string, unknown> = {};
  for (const [field, control] of Object.entries(controls)) {
    const name = nameOf(index, field);
    const typed = readControl(form, name, control);
    const chosen = typed.ok
      ? chose(textOf(form, `${name}.how`), typed.value, whatWasRead(report.draft, field))
      : fail(`${titled(field)} ${typed.error}`);
    if (!chosen.ok) errors.set(name, chosen.error);
    else if (chosen.value !== undefined) said[field] = chosen.value;
  }
  if (form.get(nameOf(index, "sameChild")) === "yes") said.sameChild = true;
  return errors.size > 0 ? fail(errors) : ok(said);
};
