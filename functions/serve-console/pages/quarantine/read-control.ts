import { dateOf, isoInLondon, whenInLondon } from "../../../domain/calendar/london.ts";
import { isRealDay } from "../../../domain/calendar/real.ts";
import { fail, ok, type Result } from "../../../domain/result.ts";
import type { Control } from "./controls.ts";

/** What somebody typed; undefined where they typed nothing. A fault is a sentence beside the field. */
type Typed = Result<unknown, string>;

const nothing: Typed = ok(undefined);
const said = (form: URLSearchParams, name: string): string => (form.get(name) ?? "").trim();

const dayOf = (form: URLSearchParams, name: string): Result<string | undefined, string> => {
  const [day, month, year] = ["day", "month", "year"].map((part) => said(form, `${name}-${part}`));
  if (!day && !month && !year) return ok(undefined);
  const text = `${year?.padStart(4, "0")}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  return isRealDay(text) && Number(year) > 1900
    ? ok(text)
    : fail("has to be a real day with its year in full, such as 9 3 2011");
};

/** London's clock, as staff read it. Of the hour that comes twice in October the first. */
const momentOf = (form: URLSearchParams, name: string): Typed => {
  const day = dayOf(form, name);
  const time = said(form, `${name}-time`).replace(".", ":");
  if (!day.ok) return day;
  if (day.value === undefined) return time ? fail("has a time but no day: give both") : nothing;
  const clock = /^([01]?\d|2[0-3]):?([0-5]\d)$/.exec(time);
  if (!clock) return fail("needs a time as well, such as 21:30");
  const [, hour = "", minute = ""] = clock;
  const { year, month, day: date } = dateOf(day.value);
  const at = whenInLondon({ year, month, day: date, hour: Number(hour), minute: Number(minute) });
  return at === undefined
    ? fail("was skipped that night, when the clocks went forward: write an hour later")
    : ok(isoInLondon(at));
};

const groupOf = (form: URLSearchParams, name: string, control: Control & { kind: "group" }): Typed => {
  const parts = Object.entries(control.parts).map(
    ([part, { label, control: own }]) => [part, label, readControl(form, `${name}.${part}`, own)] as const,
  );
  const [fault] = parts.flatMap(([, label, read]) =>
    read.ok ? [] : [`${label.toLowerCase()} ${read.error}`],
  );
  if (fault !== undefined) return fail(fault);
  const values = parts.flatMap(([part, , read]) =>
    read.ok && read.value !== undefined ? [[part, read.value] as const] : [],
  );
  return values.length > 0 ? ok(Object.fromEntries(values)) : nothing;
};

/** A field of a form as the report has it. */
export const readControl = (form: URLSearchParams, name: string, control: Control): Typed => {
  switch (control.kind) {
    case "day":
      return dayOf(form, name);
    case "moment":
      return momentOf(form, name);
    case "yes-no": {
      const answer = said(form, name);
      return answer === "" ? nothing : ok(answer === "yes");
    }
    case "some-of": {
      const all = form.getAll(name).filter((one) => one !== "");
      return all.length > 0 ? ok(all) : nothing;
    }
    case "lines": {
      const lines = said(form, name)
        .split(/\r?\n/)
        .map((line) => line.trim());
      const all = lines.filter((line) => line !== "");
      return all.length > 0 ? ok(all) : nothing;
    }
    case "group":
      return groupOf(form, name, control);
    default: {
      const text = said(form, name);
      return text === "" ? nothing : ok(text);
    }
  }
};
