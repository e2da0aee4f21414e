import * as dates from "temporal-polyfill/fns/PlainDate";
import { create } from "temporal-polyfill/fns/PlainTime";
import { toPlainDate } from "temporal-polyfill/fns/ZonedDateTime";
import bankHolidays from "./bank-holidays.json" with { type: "json" };
import type { Instant } from "./instant.ts";
import { dateOf, inLondon, LONDON } from "./london.ts";

const holidays = new Set(bankHolidays.dates);
const CLOSE_OF_BUSINESS = create(17);

const isWorking = (day: dates.Record): boolean =>
  dates.dayOfWeek(day) <= 5 && !holidays.has(dates.toString(day));

/** Of a day as it is kept, "2026-12-25". */
export const isWorkingDay = (day: string): boolean => isWorking(dateOf(day));

/** From 1, Monday. */
export const weekdayOf = (day: string): number => dates.dayOfWeek(dateOf(day));

const closeOf = (day: dates.Record): Instant =>
  dates.toZonedDateTime(day, { timeZone: LONDON, plainTime: CLOSE_OF_BUSINESS }).epochMilliseconds;

/** Of a working day its own close; else, or after it, that of the next. */
const sameWorkingDay = (from: Instant): Instant => {
  let day = toPlainDate(inLondon(from));
  while (!isWorking(day) || closeOf(day) < from) day = dates.addDays(day, 1);
  return closeOf(day);
};

/**
 * 17:00 London on the last of `days` working days after the day of `from` (before it, for a negative number):
 * "0" is the same working day. Mon–Fri less England bank holidays. A date past the vendored horizon counts as a working day, which gives
 * the earlier deadline.
 */
export const addWorkingDays = (from: Instant, days: number): Instant => {
  if (days === 0) return sameWorkingDay(from);
  let day = toPlainDate(inLondon(from));
  for (let left = Math.abs(days); left > 0; ) {
    day = dates.addDays(day, Math.sign(days));
    if (isWorking(day)) left -= 1;
  }
  return closeOf(day);
};

/** The last bank holiday known. */
export const bankHolidayHorizon = (): string => bankHolidays.dates.at(-1) ?? "";

/** From six months before the last bank holiday known: somebody has to add the newer ones. */
export const bankHolidaysEndSoon = (now: Instant): boolean => {
  const soon = dates.subtractMonths(dateOf(bankHolidayHorizon()), 6);
  return dates.compare(toPlainDate(inLondon(now)), soon) >= 0;
};
