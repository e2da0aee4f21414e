import { amountInWords } from "../calendar/deadline.ts";
import type { Instant } from "../calendar/instant.ts";
import { wholeDays } from "../calendar/london.ts";
import type { DueRung, Duty } from "../duty/duty.ts";

const HOUR = 3_600_000;

/** Whole London days, and under one day whole hours: nothing is said to be later than it is. */
const agoInWords = (since: Instant, now: Instant): string | undefined => {
  const days = wholeDays(since, now);
  if (days > 0) return amountInWords({ amount: days, unit: "d" });
  const hours = Math.floor((now - since) / HOUR);
  return hours > 0 ? amountInWords({ amount: hours, unit: "h" }) : undefined;
};

/** A mail that comes again and again says each time how long the duty has stood (DER-01, LEI-16). */
export const standingInWords = (duty: Duty, { rung, at }: DueRung): string | undefined => {
  if (!rung.every) return undefined;
  const isLate = duty.dueAt !== undefined && duty.dueAt <= at;
  const ago = agoInWords(isLate ? (duty.dueAt ?? at) : duty.createdAt, at);
  if (ago === undefined) return undefined;
  return isLate ? `It was due ${ago} ago.` : `It has been open for ${ago}.`;
};
