import { type Instant, toInstant } from "../calendar/instant.ts";
import { dayInLondon, inLondon } from "../calendar/london.ts";
import type { ActionEvent } from "../episode/events.ts";

export type EngagementStandard = {
  calls: number;
  texts: number;
  hoursApart: number;
  /** On so many different days, calls and texts together. */
  days?: number | undefined;
};

const HOUR = 3_600_000;

/**
 * How many of the attempts were at different times of day: different hours, each at least `hoursApart` after
 * the one counted before it (Leicestershire clause 5 names no times of day).
 */
const atDifferentTimes = (times: readonly Instant[], hoursApart: number): number => {
  const hours = new Set<number>();
  let last = Number.NEGATIVE_INFINITY;
  for (const at of times.toSorted((a, b) => a - b)) {
    const { hour } = inLondon(at);
    if (at - last < hoursApart * HOUR || hours.has(hour)) continue;
    hours.add(hour);
    last = at;
  }
  return hours.size;
};

const timesOf = (actions: readonly ActionEvent[], method: string): Instant[] =>
  actions.filter((a) => a.type === "contact-attempt" && a.data.method === method).map((a) => toInstant(a.at));

const differentDays = (actions: readonly ActionEvent[]): number =>
  new Set([...timesOf(actions, "call"), ...timesOf(actions, "text")].map(dayInLondon)).size;

export const meetsStandard = (actions: readonly ActionEvent[], standard: EngagementStandard): boolean =>
  atDifferentTimes(timesOf(actions, "call"), standard.hoursApart) >= standard.calls &&
  atDifferentTimes(timesOf(actions, "text"), standard.hoursApart) >= standard.texts &&
  differentDays(actions) >= (standard.days ?? 0);
