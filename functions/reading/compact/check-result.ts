import { isRealDay, isRealMoment } from "../../domain/calendar/real.ts";
import type { ParseResult } from "../../domain/compact/compact.ts";
import {
  careStatuses,
  type Form,
  flags,
  formsOf,
  type Group,
  kinds,
  risks,
  sexes,
} from "../../domain/compact/fields.ts";

/**
 * `parseResultSchema` said by hand, for what our own thread hands over: only the fields that are there are looked at,
 * where the schema asks for all of forty. A test holds the two to the same verdicts; whatever comes from outside, or
 * from a table, goes through the schema.
 */
type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === "string";
const like =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === "string" && pattern.test(value);
const oneOf = (...words: unknown[]): Check => {
  const known = new Set(words);
  return (value) => known.has(value);
};
const listOf =
  (check: Check, least = 0): Check =>
  (value) =>
    // `every` would pass over a hole.
    Array.isArray(value) && value.length >= least && !value.includes(undefined) && value.every(check);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** No field but these, each as its check says, and the required ones there. */
const only = (checks: Record<string, Check>, required: readonly string[] = []): Check => {
  const known = new Map(Object.entries(checks));
  return (value) =>
    isObject(value) &&
    Object.keys(value).every((key) => known.get(key)?.(value[key]) === true) &&
    required.every((key) => Object.hasOwn(value, key));
};

const inWholeSeconds = like(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/);

const checks: Record<Form, Check> = {
  text,
  day: (value) => text(value) && isRealDay(value as string),
  moment: (value) => inWholeSeconds(value) && isRealMoment(value as string),
  phone: like(/^\+[1-9]\d{6,14}$/),
  yesOrNo: (value) => typeof value === "boolean",
  texts: listOf(text),
  kind: oneOf(...kinds),
  risk: oneOf(...risks),
  careStatus: oneOf(...careStatuses),
  sex: oneOf(...sexes),
  flags: listOf(oneOf(...flags)),
};

const held = (group: Group): Record<string, Check> =>
  Object.fromEntries(formsOf(group).map(([name, form]) => [name, checks[form]]));

const entry = only({ source: text, label: text, raw: text }, ["source", "label", "raw"]);

const childChecks = held("child");
const draftChecks: Record<string, Check> = {
  ...held("report"),
  child: only(childChecks),
  preventionInterview: only(held("preventionInterview")),
  officer: only(held("officer")),
  provenance: (value) => isObject(value) && Object.values(value).every(entry),
};

const something: Check = (value) => text(value) && value !== "";
const draft = only(draftChecks, ["child", "provenance"]);
const complete = only(
  {
    ...draftChecks,
    reference: something,
    child: only({ ...childChecks, surname: something }, ["surname", "dateOfBirth"]),
  },
  ["kind", "reference", "child", "provenance"],
);

const unrecognised = listOf(only({ label: text, value: text }, ["label", "value"]));
const parts = ["status", "reasons", "compacts"];
const accepted = only(
  {
    status: oneOf("accepted"),
    reasons: listOf(text),
    unrecognised,
    compacts: listOf(complete, 1),
    waiting: listOf(draft, 1),
  },
  parts,
);
const quarantined = only(
  { status: oneOf("quarantined"), reasons: listOf(text, 1), unrecognised, compacts: listOf(draft) },
  parts,
);

export const isParseResult = (value: unknown): value is ParseResult => accepted(value) || quarantined(value);
