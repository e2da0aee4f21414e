import * as dates from "temporal-polyfill/fns/PlainDate";
import type { Instant } from "../calendar/instant.ts";
import { dateOf, dayInLondon } from "../calendar/london.ts";
import { type Episode, startOf } from "../episode/episode.ts";

/** Whole years on a day, both as "2026-11-14". */
export const ageOn = (dateOfBirth: string, day: string): number =>
  Math.floor(dates.diffYears(dateOf(dateOfBirth), dateOf(day)));

/** Whether the child was of that age when the episode began, since we know of it. */
export const agedSince = (
  { under = Number.POSITIVE_INFINITY, from = 0 }: { under?: number | undefined; from?: number | undefined },
  episode: Episode,
): Instant | undefined => {
  const born = episode.facts.child?.dateOfBirth;
  if (!born) return undefined;
  const age = ageOn(born, dayInLondon(startOf(episode)));
  return age >= from && age < under ? episode.notifiedAt : undefined;
};
