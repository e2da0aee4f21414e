import { Temporal } from "temporal-polyfill";
import bankHolidays from "./bank-holidays.json" with { type: "json" };
import { type Instant, inLondon, LONDON } from "./instant.ts";

const holidays = new Set(bankHolidays.dates);
const CLOSE_OF_BUSINESS = Temporal.PlainTime.from("17:00");

const isWorkingDay = (day: Temporal.PlainDate): boolean =>
  day.dayOfWeek <= 5 && !holidays.has(day.toString());

/**
 * 17:00 London on the last of `days` working days after the day of `from` (before it, for a negative number):
 * Mon–Fri less England bank holidays. A date past the vendored horizon counts as a working day, which gives
 * the earlier deadline.
 */
export const addWorkingDays = (from: Instant, days: number): Instant => {
  let day = inLondon(from).toPlainDate();
  for (let left = Math.abs(days); left > 0; ) {
    day = day.add({ days: Math.sign(days) });
    if (isWorkingDay(day)) left -= 1;
  }
  return day.toZonedDateTime({ timeZone: LONDON, plainTime: CLOSE_OF_BUSINESS }).epochMilliseconds;
};

/** The last bank holiday known. */
export const bankHolidayHorizon = (): string => bankHolidays.dates.at(-1) ?? "";

/** From six months before the last bank holiday known: somebody has to add the newer ones. */
export const bankHolidaysEndSoon = (now: Instant): boolean => {
  const soon = Temporal.PlainDate.from(bankHolidayHorizon()).subtract({ months: 6 });
  return Temporal.PlainDate.compare(inLondon(now).toPlainDate(), soon) >= 0;
};
