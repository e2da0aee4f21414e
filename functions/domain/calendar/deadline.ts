import { noClockChangeBetween } from "./clock-change.ts";
import type { Instant } from "./instant.ts";
import { addDaysInLondon, atTimeOfDay } from "./london.ts";
import { addWorkingDays } from "./working-day.ts";

/** h = elapsed hours · d = calendar days, same London wall time · wd = working days · wk = 7 d. */
export type Unit = "h" | "d" | "wd" | "wk";
export type Amount = {
  amount: number;
  unit: Unit /** "09:15", by London's clocks: on that day, not at the hour counted from. */;
  at?: string;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The same time of day in London. */
const addDays = (from: Instant, days: number): Instant => {
  const at = from + days * DAY;
  return noClockChangeBetween(from, at) ? at : addDaysInLondon(from, days);
};

const withoutTime = (from: Instant, { amount, unit }: Amount): Instant => {
  switch (unit) {
    case "h":
      return from + amount * HOUR;
    case "d":
      return addDays(from, amount);
    case "wk":
      return addDays(from, 7 * amount);
    case "wd":
      return addWorkingDays(from, amount);
  }
};

/**
 * `from` plus (or, with a negative amount, minus) an amount. Hours are counted in UTC, so a clock change does
 * not move them; days and weeks keep the wall time in London; working days end at 17:00 London, the same working day
 * ("0wd") too. A time of day stands instead of either.
 */
export const addAmount = (from: Instant, amount: Amount): Instant => {
  const end = withoutTime(from, amount);
  return amount.at === undefined ? end : atTimeOfDay(end, amount.at);
};

const unitNames: Record<Unit, [string, string]> = {
  h: ["hour", "hours"],
  d: ["day", "days"],
  wd: ["working day", "working days"],
  wk: ["week", "weeks"],
};

const lengthInWords = ({ amount, unit }: Amount): string =>
  unit === "wd" && amount === 0
    ? "the same working day"
    : `${amount} ${unitNames[unit][amount === 1 ? 0 : 1]}`;

export const amountInWords = (amount: Amount): string =>
  `${lengthInWords(amount)}${amount.at === undefined ? "" : ` at ${amount.at}`}`;
