import { monthNames } from "./date-forms.ts";
import type { CalendarDate } from "./find-dates.ts";
import { dateMark } from "./zone-marks.ts";

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
