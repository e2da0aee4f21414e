import { fail, ok, type Result } from "../../../domain/result.ts";
import { escaped, type FormPart, formParts } from "./written-form.ts";

/** A way to write a date, ready to be looked for. The groups of `pattern` are the day, month and year in `order`. */
export type DateForm = {
  pattern: RegExp;
  order: readonly ("d" | "m" | "y")[];
  /** What has to stand in a text before it is worth looking. */
  needs: RegExp;
  /** Eight figures in a row may be a number of any sort: looked for only where nothing else is a date. */
  undivided: boolean;
  /** Alike in "d/m/y" and "m/d/y": only one of them can be meant. */
  shape: string;
};

export const monthNames =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

const figures: Record<string, string> = {
  d: "(\\d{1,2})(?:st|nd|rd|th)?",
  dd: "(\\d{2})",
  m: "(\\d{1,2})",
  mm: "(\\d{2})",
  month: `(?<![a-z])(${monthNames})(?![a-z])`,
  // "14 Nov 21:30" and "14 Nov 2030hrs" name no year.
  y: "(\\d{4}|\\d{2}(?!\\s?[:.]\\d|[/\\\\-]\\d))(?!\\s?(?:hrs?|hours|[ap]m)\\b)",
  yyyy: "(\\d{4})",
  yy: "(\\d{2})",
};

const names = ["month", "yyyy", "yy", "y", "mm", "m", "dd", "d"];
const isMonthName = (part: FormPart | undefined): boolean => part?.kind === "name" && part.text === "month";
const isFigure = (part: FormPart | undefined): boolean => part?.kind === "name" && part.text !== "month";
const isFixed = (part: FormPart): boolean => ["dd", "mm", "yyyy", "yy"].includes(part.text);

/** Beside a month's name a space is whatever people put there, or nothing: "14NOV2026", "14th of November, 2026". */
const besideName = "[\\s/.,'’–-]{0,4}(?:of\\s{1,3})?";

const sourceOf = (part: FormPart, before: FormPart | undefined, after: FormPart | undefined): string => {
  if (part.kind === "name") return figures[part.text] as string;
  if (part.kind === "word") return escaped(part.text.toLowerCase()).replace(/ /g, "\\s{1,3}");
  if (part.text === " ") return [before, after].some(isMonthName) ? besideName : ",?\\s{1,3}";
  return part.text === "-" ? "\\s?[-–]\\s?" : `\\s?${escaped(part.text)}\\s?`;
};

const shapeOf = (parts: readonly FormPart[]): string =>
  parts.map(({ text }) => text.replace(/^[dm](?=[dm]?$)|(?<=^[dm])[dm]$/g, "n")).join("");

const touching = (parts: readonly FormPart[]): boolean =>
  parts.some((part, at) => {
    const next = parts[at + 1];
    return isFigure(part) && isFigure(next) && !(isFixed(part) && next !== undefined && isFixed(next));
  });

const order = (parts: readonly FormPart[]): DateForm["order"] =>
  parts.filter(({ kind }) => kind === "name").map(({ text }) => text[0] as "d" | "m" | "y");

/** Reads "d/m/y", "d month y", "yyyymmdd" or what else a force writes. */
export const readDateForm = (form: string): Result<DateForm, string> => {
  const split = formParts(form, names, "/.-\\, ");
  if (!split.ok) return split;
  const parts = split.value;
  if (order(parts).toSorted().join("") !== "dmy")
    return fail(`"${form}" has to name day (d, dd), month (m, mm, month) and year (y, yy, yyyy) once each`);
  if (touching(parts)) return fail(`"${form}" does not say where one number ends: use dd, mm, yy or yyyy`);
  const undivided = parts.every((part) => isFigure(part));
  const sources = parts.map((part, at) => sourceOf(part, parts[at - 1], parts[at + 1]));
  // The day after "13/" is the second of two, and a number within a longer one is no date.
  const before = undivided ? "(?<![\\d\\p{L}/_*-])" : "(?<!\\d)(?<!\\d[/.\\\\-])";
  const divider = parts.find(({ kind, text }) => kind === "divider" && text !== " ")?.text;
  const needs = parts.some(isMonthName)
    ? /[a-z]{3}/
    : new RegExp(divider ? (divider === "-" ? "[-–]" : escaped(divider)) : "\\d{2}");
  return ok({
    pattern: new RegExp(`${before}${sources.join("")}(?!\\d)`, "gu"),
    order: order(parts),
    needs,
    undivided,
    shape: shapeOf(parts),
  });
};
