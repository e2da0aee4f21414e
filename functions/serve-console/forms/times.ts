import type { Instant } from "../../domain/calendar/instant.ts";
import { dateOf, inLondon, whenInLondon } from "../../domain/calendar/london.ts";
import { isRealDay } from "../../domain/calendar/real.ts";
import { fail, ok, type Result } from "../../domain/result.ts";

export const dayParts = ["day", "month", "year"] as const;
export const timeParts = [...dayParts, "hour", "minute"] as const;
export type TimePart = (typeof timeParts)[number];

export const partName = (path: string, part: TimePart): string => `${path}-${part}`;

type Typed = Pick<URLSearchParams, "get">;

const NUMBER = /^\d{1,4}$/;

const numbers = (
  path: string,
  parts: readonly TimePart[],
  typed: Typed,
): Record<string, number> | undefined => {
  const read = parts.map((part) => [part, typed.get(partName(path, part))?.trim() ?? ""] as const);
  if (read.some(([, text]) => !NUMBER.test(text))) return undefined;
  const all = Object.fromEntries(read.map(([part, text]) => [part, Number(text)]));
  const { year = 0 } = all;
  return { ...all, year: year < 100 ? 2000 + year : year };
};

export const isBlank = (path: string, parts: readonly TimePart[], typed: Typed): boolean =>
  parts.every((part) => !typed.get(partName(path, part))?.trim());

const padded = (value: number, length = 2): string => String(value).padStart(length, "0");

/** A day as typed, as "2026-11-14". */
export const readDay = (path: string, typed: Typed): Result<string, string> => {
  const parts = numbers(path, dayParts, typed);
  if (!parts) return fail("has to be a day, such as 14 11 2026");
  const { day = 0, month = 0, year = 0 } = parts;
  const text = `${padded(year, 4)}-${padded(month)}-${padded(day)}`;
  return isRealDay(text) ? ok(text) : fail("has to be a day that there is, such as 14 11 2026");
};

/** A time of day in London as typed. Of an hour that comes twice it is the first. */
export const readTime = (path: string, typed: Typed): Result<Instant, string> => {
  const parts = numbers(path, timeParts, typed);
  if (!parts) return fail("has to be a day and a time, such as 14 11 2026 at 16 30");
  const { day = 0, month = 0, year = 0, hour = 0, minute = 0 } = parts;
  try {
    const at = whenInLondon({ day, month, year, hour, minute });
    return at !== undefined
      ? ok(at)
      : fail("was skipped that night, when the clocks went forward: write an hour later");
  } catch {
    return fail("has to be a day and a time that there are, such as 14 11 2026 at 16 30");
  }
};

/** The same way back, for a form that is filled beforehand. */
export const partsOfTime = (path: string, at: Instant): [string, string][] => {
  const london = inLondon(at);
  return timeParts.map((part) => [partName(path, part), String(london[part])]);
};

export const partsOfDay = (path: string, day: string): [string, string][] => {
  const date = dateOf(day);
  return dayParts.map((part) => [partName(path, part), String(date[part])]);
};
