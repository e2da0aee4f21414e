import { type Instant, toIso } from "../../domain/calendar/instant.ts";
import type { ActionName } from "../../domain/episode/action-names.ts";
import { actionSchemas } from "../../domain/episode/actions.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import type { Field } from "./fields.ts";
import { dayParts, isBlank, readDay, readTime, timeParts } from "./times.ts";

/** What is wrong with a form; without a path with the whole of it. */
export type FormFault = { path?: string; says: string };

/** Longer than anybody means to write there. Longer ones are refused, never cut. */
const MOST_LINE = 500;
const MOST_LONG = 20_000;

const missing = ({ kind, label }: Field): string => {
  if (kind === "choice" || kind === "yes-no") return `Choose an answer to: ${label}`;
  return `Fill in: ${label}`;
};

const readText = (field: Field, text: string, most: number): Result<string, string> =>
  text.length > most
    ? fail(`${field.label}: this has ${text.length} characters, and ${most} is the most. Shorten it.`)
    : ok(text);

const readChoice = (field: Field, text: string): Result<unknown, string> => {
  if (field.kind === "yes-no")
    return text === "yes" || text === "no" ? ok(text === "yes") : fail(missing(field));
  const known = field.kind === "choice" && field.choices.some(({ value }) => value === text);
  return known ? ok(text) : fail(missing(field));
};

const linesIn = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

const named = <T>(field: Field, read: Result<T, string>): Result<T, string> =>
  read.ok ? read : fail(`${field.label} ${read.error}`);

const readTyped = (field: Field, typed: URLSearchParams): Result<unknown, string> => {
  const text = typed.get(field.path) ?? "";
  switch (field.kind) {
    case "time": {
      const read = named(field, readTime(field.path, typed));
      return read.ok ? ok(toIso(read.value)) : read;
    }
    case "day":
      return named(field, readDay(field.path, typed));
    case "choice":
    case "yes-no":
      return readChoice(field, text);
    case "several": {
      const ticked = typed.getAll(field.path);
      const known = ticked.every((one) => field.choices.some(({ value }) => value === one));
      return known ? ok(ticked) : fail(missing(field));
    }
    case "lines":
      return readText(field, text, MOST_LONG).ok ? ok(linesIn(text)) : readText(field, text, MOST_LONG);
    case "long":
      return readText(field, text.trim(), MOST_LONG);
    default:
      return readText(field, text.trim(), MOST_LINE);
  }
};

const isEmpty = ({ kind, path }: Field, typed: URLSearchParams): boolean => {
  if (kind === "time") return isBlank(path, timeParts, typed);
  if (kind === "day") return isBlank(path, dayParts, typed);
  return !typed.get(path)?.trim();
};

type Data = { [key: string]: unknown };

const put = (data: Data, [key = "", ...rest]: readonly string[], value: unknown): Data =>
  rest.length === 0
    ? { ...data, [key]: value }
    : { ...data, [key]: put((data[key] as Data | undefined) ?? {}, rest, value) };

/** A section's id may have a dot in it; a field's own name has none. */
const placeOf = (path: string): string[] => {
  const [top = "", ...rest] = path.split(".");
  return rest.length === 0 ? [top] : [top, rest.join(".")];
};

const ofShape = (action: ActionName, data: Data, fields: readonly Field[]): FormFault[] => {
  const parsed = actionSchemas[action].safeParse(data);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue): FormFault => {
    const path = issue.path.join(".");
    const field = fields.find((one) => one.path === path);
    if (!field) return { says: "The form is not complete. Look at each answer again." };
    if (issue.code === "invalid_format" && field.kind === "address")
      return { path, says: `${field.label} has to be an e-mail address, such as name@council.example` };
    return { path, says: missing(field) };
  });
};

/** What somebody typed under these questions, or everything that is wrong with it. */
export const readFields = (
  fields: readonly Field[],
  typed: URLSearchParams,
  begun: Data = {},
): Result<Data, FormFault[]> => {
  const faults: FormFault[] = [];
  let data = begun;
  for (const field of fields) {
    if (isEmpty(field, typed)) {
      if (field.required) faults.push({ path: field.path, says: missing(field) });
      continue;
    }
    const read = readTyped(field, typed);
    if (read.ok) data = put(data, placeOf(field.path), read.value);
    else faults.push({ path: field.path, says: read.error });
  }
  return faults.length > 0 ? fail(faults) : ok(data);
};

/** The same as an action's data. */
export const readForm = (
  action: ActionName,
  fields: readonly Field[],
  typed: URLSearchParams,
): Result<Data, FormFault[]> => {
  const read = readFields(fields, typed, action === "written-record" ? { sections: {} } : {});
  if (!read.ok) return read;
  const faults = ofShape(action, read.value, fields);
  return faults.length > 0 ? fail(faults) : read;
};

/** When it happened; left empty, now. */
export const readWhen = (typed: URLSearchParams, now: Instant): Result<Instant | undefined, FormFault[]> => {
  if (isBlank("at", timeParts, typed)) return ok(undefined);
  const read = readTime("at", typed);
  if (!read.ok) return fail([{ path: "at", says: `When it happened ${read.error}` }]);
  return read.value > now
    ? fail([{ path: "at", says: "When it happened has to be in the past: this time has not come yet" }])
    : ok(read.value);
};
