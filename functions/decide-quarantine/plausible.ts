import { type Instant, toInstant } from "../domain/calendar/instant.ts";
import { isRealDay, isRealMoment } from "../domain/calendar/real.ts";
import type { CompactDraft } from "../domain/compact/compact.ts";

/** Says what is wrong with a field a person gives; undefined: nothing. Its shape is the schema's to judge. */
type Check = (value: string, now: Instant) => string | undefined;

const YEAR_MS = 366 * 86_400_000;
const OLDEST_YEARS = 25;

/** It heads every mail about the child, so it must not be able to hold the child's name, nor a second header. */
const reference: Check = (value) =>
  value.length <= 40 && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value) && /\d/.test(value)
    ? undefined
    : "has to be the force's reference: one line of at most 40 characters, with a digit in it";

const name: Check = (value) =>
  /\p{L}/u.test(value) && !/\p{Cc}/u.test(value) ? undefined : "has to be a name on one line";

const dateOfBirth: Check = (value, now) => {
  if (!isRealDay(value)) return undefined;
  if (toInstant(`${value}T00:00:00Z`) > now) return "has not come yet";
  const oldest = new Date(now);
  oldest.setUTCFullYear(oldest.getUTCFullYear() - OLDEST_YEARS);
  return value < oldest.toISOString().slice(0, 10) ? `is more than ${OLDEST_YEARS} years ago` : undefined;
};

const moment: Check = (value, now) => {
  if (!isRealMoment(value)) return undefined;
  if (toInstant(value) > now) return "has not come yet";
  return toInstant(value) < now - YEAR_MS ? "is more than a year ago" : undefined;
};

const checks: Record<string, Check> = {
  reference,
  surname: name,
  forenames: name,
  dateOfBirth,
  missingSince: moment,
  reportedAt: moment,
  foundAt: moment,
  returnedAt: moment,
};

/** One that is still to be held may well have its time. */
const interview = (held: unknown, now: Instant): string[] => {
  const { completed, at }: Record<string, unknown> =
    typeof held === "object" && held !== null ? { ...held } : {};
  const wrong = completed === false || typeof at !== "string" ? undefined : moment(at, now);
  return wrong === undefined ? [] : [`preventionInterview.at: ${wrong}`];
};

/** What of a report as read the checks of times and days are for. */
export const datesOf = (draft: CompactDraft): Record<string, unknown> => {
  const { child, missingSince, reportedAt, foundAt, returnedAt, preventionInterview } = draft;
  const { dateOfBirth } = child;
  return { dateOfBirth, missingSince, reportedAt, foundAt, returnedAt, preventionInterview };
};

/** A slip of the pen must not open an episode nobody looks for, nor start a clock years ago. */
export const implausible = (said: Record<string, unknown>, now: Instant): string[] =>
  Object.entries(said).flatMap(([field, value]) => {
    if (field === "preventionInterview") return interview(value, now);
    if (typeof value !== "string") return [];
    if (value === "") return [`${field}: is blank; give null to take back what the mail says`];
    const wrong = checks[field]?.(value, now);
    return wrong === undefined ? [] : [`${field}: ${wrong}`];
  });
