import { amountInWords } from "../calendar/deadline.ts";
import type { Instant } from "../calendar/instant.ts";
import { wholeDays } from "../calendar/london.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Under this a limit is watched by the hour. */
const HOURS_SHOWN = 72;

const minutes = (ms: number): string => {
  const whole = Math.floor(ms / MINUTE);
  return `${whole} minute${whole === 1 ? "" : "s"}`;
};

const hours = (ms: number): string => amountInWords({ amount: Math.floor(ms / HOUR), unit: "h" });

/** Whole London days, and under one day whole hours: nothing is said to be later than it is. */
export const agoInWords = (since: Instant, now: Instant): string | undefined => {
  const days = wholeDays(since, now);
  if (days > 0) return amountInWords({ amount: days, unit: "d" });
  return now - since >= HOUR ? hours(now - since) : undefined;
};

/** Whole ones, so that nobody is told of more time than there is. */
export const leftInWords = (until: Instant, now: Instant): string => {
  const left = until - now;
  if (left < HOUR) return minutes(left);
  return left < HOURS_SHOWN * HOUR
    ? hours(left)
    : amountInWords({ amount: wholeDays(now, until), unit: "d" });
};
