import * as instants from "temporal-polyfill/fns/Instant";
import * as dates from "temporal-polyfill/fns/PlainDate";
import * as clocks from "temporal-polyfill/fns/PlainDateTime";
import { create as createTime } from "temporal-polyfill/fns/PlainTime";
import * as zoned from "temporal-polyfill/fns/ZonedDateTime";
import type { Instant } from "./instant.ts";

export const LONDON = "Europe/London";

/** What London's clocks show. */
export const inLondon = (at: Instant): zoned.Record =>
  instants.toZonedDateTimeISO(instants.fromEpochMilliseconds(at), LONDON);

const dateInLondon = (at: Instant): dates.Record => zoned.toPlainDate(inLondon(at));

/** "2026-11-14". */
export const dayInLondon = (at: Instant): string => dates.toString(dateInLondon(at));

/** "21:30". */
export const timeInLondon = (at: Instant): string =>
  zoned.toString(inLondon(at), { timeZoneName: "never", offset: "never", smallestUnit: "minute" }).slice(11);

/** "2026-11-14T21:30:00+00:00". */
export const isoInLondon = (at: Instant): string =>
  zoned.toString(inLondon(at), { timeZoneName: "never", smallestUnit: "second" });

/** A day in London is a date, not 24 hours. */
export const datesBetween = (from: Instant, to: Instant): number =>
  dates.diffDays(dateInLondon(from), dateInLondon(to));

/** Days that passed whole, each by London's clocks. */
export const wholeDays = (from: Instant, to: Instant): number =>
  zoned.diff(inLondon(from), inLondon(to), { largestUnit: "days" }).days;

/** The same time of day in London. */
export const addDaysInLondon = (from: Instant, days: number): Instant =>
  zoned.addDays(inLondon(from), days).epochMilliseconds;

/** That time of day ("09:15") on the day of an instant; the first of an hour that comes twice. */
export const atTimeOfDay = (day: Instant, time: string): Instant => {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return dates.toZonedDateTime(dateInLondon(day), { timeZone: LONDON, plainTime: createTime(hour, minute) })
    .epochMilliseconds;
};

/** Of a day as it is kept, "2011-03-09". One that is not in the calendar throws a RangeError. */
export const dateOf = (day: string): dates.Record => {
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = day.split("-").map(Number);
  return dates.create(year, month, date);
};

export const midnightOf = (date: dates.Record): Instant =>
  dates.toZonedDateTime(date, LONDON).epochMilliseconds;

/** Of a day as it is kept, "2026-11-14". */
export const startOfDay = (day: string): Instant => midnightOf(dateOf(day));
export const endOfDay = (day: string): Instant => midnightOf(dates.addDays(dateOf(day), 1));

export type Clock = Record<"year" | "month" | "day" | "hour" | "minute", number>;

/**
 * When London's clocks showed that: the first time of an hour that comes twice, undefined in the hour that is skipped
 * in March. A day or time that there is not throws a RangeError.
 */
export const whenInLondon = (shown: Clock): Instant | undefined => {
  const wanted = clocks.fromFields({ ...shown }, { overflow: "reject" });
  const at = clocks.toZonedDateTime(wanted, LONDON, { disambiguation: "earlier" });
  return clocks.equals(zoned.toPlainDateTime(at), wanted) ? at.epochMilliseconds : undefined;
};
