import { monthNames } from "./date-forms.ts";
import type { CalendarDate } from "./find-dates.ts";

/** Stands in a text for a date already read, so that what is beside it can be judged. */
export const dateMark = "\u0001";

/** Marks a stretch as a date. As long as before, so that every place in the text stays where it was. */
export const marked = (text: string, { start, end }: { start: number; end: number }): string =>
  text.slice(0, start) + dateMark.repeat(end - start) + text.slice(end);

/** What a text says of the zone: how far its clock is ahead of UTC, and the text without saying so. */
export type ZoneMark = { ahead?: number; text: string };

const hour = 3_600_000;
const afterIso = new RegExp(
  `${dateMark}(t| ?)(\\d{2}:?\\d{2}(?::?\\d{2}(?:\\.\\d{1,9})?)?) ?([+-])(\\d{2})(?::?(\\d{2}))?(?!\\d)`,
);
const named = /(?<![a-z])(utc|gmt|bst)(?![a-z])(?:([+-])(\d{1,2})(?::?(\d{2}))?(?![\d:]))?/;
const zulu = /(?<=\d) ?z(?![a-z\d])/;

const aheadOf = (sign: string | undefined, hours: string | undefined, minutes = "0"): number => {
  const ahead = (Number(hours ?? 0) + Number(minutes) / 60) * hour;
  return sign === "-" ? -ahead : ahead;
};

const isOffset = (ahead: number): boolean => ahead >= -12 * hour && ahead <= 14 * hour;

const without = (text: string, from: number, length: number): string =>
  text.slice(0, from) + " ".repeat(length) + text.slice(from + length);

/**
 * An offset counts only where nothing else can be meant: after a date and time in the order of ISO 8601, or after "UTC".
 * "21:30-22:00" is a range of time, and so is "2026-11-14 09:50-10:00" without its T.
 */
export const zoneIn = (text: string, isIso: boolean): ZoneMark => {
  const iso = isIso ? afterIso.exec(text) : null;
  if (iso && (iso[3] === "+" || iso[1] === "t")) {
    const ahead = aheadOf(iso[3], iso[4], iso[5]);
    const from = iso.index + 1 + (iso[1] as string).length + (iso[2] as string).length;
    if (isOffset(ahead)) return { ahead, text: without(text, from, iso.index + iso[0].length - from) };
  }
  const name = named.exec(text);
  if (name) {
    const ahead = aheadOf(name[2], name[3], name[4]) + (name[1] === "bst" ? hour : 0);
    return { ahead: isOffset(ahead) ? ahead : 0, text: without(text, name.index, name[0].length) };
  }
  const z = zulu.exec(text);
  return z ? { ahead: 0, text: without(text, z.index, z[0].length) } : { text };
};

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const weekday = /\b(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|rs|rsday|nesday|urday)?\b/g;
const threeLetters = /[a-z]{3}/;

export const weekdaysAgree = (text: string, { year, month, day }: CalendarDate): boolean => {
  if (!threeLetters.test(text) || text.search(weekday) < 0) return true;
  const is = weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return [...text.matchAll(weekday)].every(([, said]) => said === is);
};

const joined = "(?:[-–/&+]|and|to|or)";
const ordinal = "(?:st|nd|rd|th)?";
/** "13/14 November 2026", "13 or 14/11/2026". */
const dayBefore = new RegExp(`(?<![\\d:.])\\d{1,2}${ordinal}\\s?${joined}\\s?${dateMark}`);
/** "14/11/2026 or 15": a figure that no clock or range of hours goes on with. */
const dayAfter = new RegExp(
  `${dateMark}\\s?${joined}\\s?\\d{1,2}${ordinal}(?!\\d|[:.]\\d|\\s?[ap]\\.?m|\\s?h|\\s?${joined}\\s?\\d)`,
);
/** "13 November to 14 November 2026", "14/11 - 15/11/2026". */
const dayWithoutYear = new RegExp(
  `(?<![\\d/:.])\\d{1,2}\\s?/\\s?\\d{1,2}(?![\\d/:.])|(?<!\\d)\\d{1,2}${ordinal}\\s(?:of\\s)?(?:${monthNames})(?![a-z])`,
);

/** Whether more than the marked date is named, in part. */
export const namesAnotherDay = (text: string): boolean =>
  dayBefore.test(text) || dayAfter.test(text) || dayWithoutYear.test(text);

const birthdayBeside = new RegExp(
  `(?<![\\d:.])\\d{1,2}${ordinal}\\s?(?:[/&+]|and|to|or)\\s?${dateMark}|${dateMark}\\s?(?:and|to|or)\\s?\\d`,
);

/** The same of a date of birth, beside which an age may stand: "09/03/2011 / 15", "15 - 09/03/2011". */
export const namesAnotherBirthday = (text: string): boolean =>
  dayWithoutYear.test(text) || birthdayBeside.test(text);
