import type * as z from "zod";
import { nearest } from "./nearest.ts";

type Issue = z.core.$ZodIssue;

const kinds: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object in { }",
  record: "an object in { }",
};

const formats: Record<string, string> = {
  email: "an e-mail address",
  url: "a web address",
  datetime: "a time with its zone, such as 2026-11-16T10:30:00Z",
};

const choice = (values: readonly unknown[], given: unknown): string => {
  const list = values.map(String);
  const meant = typeof given === "string" ? nearest(given, list) : undefined;
  const allowed = list.length === 1 ? `${list[0]}` : `one of ${list.join(", ")}`;
  return meant ? `"${meant}", not "${String(given)}"` : allowed;
};

const least = ({ origin, minimum, inclusive }: Extract<Issue, { code: "too_small" }>): string => {
  if (origin === "string") return "may not be empty";
  if (origin === "array") return `needs ${String(minimum)} or more entries`;
  return `has to be ${inclusive ? `${String(minimum)} or more` : `more than ${String(minimum)}`}`;
};

const wanted = (issue: Issue, given: unknown): string | undefined => {
  if (issue.code === "invalid_type") return kinds[issue.expected] ?? issue.expected;
  if (issue.code === "invalid_value") return choice(issue.values, given);
  if (issue.code === "invalid_format") return formats[issue.format];
  return undefined;
};

const formOf = ({ message }: Issue): string =>
  // The library's own words for a form show the regular expression, which tells a person nothing.
  message.startsWith("Invalid string: must match pattern") ? "has not the form it needs" : lowered(message);

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What is wrong with a field, to stand behind its name: `"method" has to be one of ...`. */
export const issueInWords = (issue: Issue, given: unknown): string => {
  const needs = wanted(issue, given);
  if (given === undefined && issue.code === "invalid_type") return "is missing";
  if (needs) return given === undefined ? `is missing: it is ${needs}` : `has to be ${needs}`;
  if (issue.code === "too_small") return least(issue);
  if (issue.code === "too_big") return `may not be more than ${String(issue.maximum)}`;
  const [ofName] = issue.code === "invalid_key" ? issue.issues : [];
  return ofName ? `as a name ${issueInWords(ofName, given)}` : formOf(issue);
};
