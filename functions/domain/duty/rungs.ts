import { addAmount } from "../calendar/deadline.ts";
import type { Instant } from "../calendar/instant.ts";
import type { Episode } from "../episode/episode.ts";
import type { Rung } from "../profile/rule.ts";
import type { DueRung } from "./duty.ts";

/** A daily reminder for three years: past that, something else is wrong. */
const MOST_REPEATS = 1_100;

const firedRungs = (episode: Episode, duty: string): ReadonlySet<string> =>
  new Set(episode.rungs.filter((r) => r.duty === duty).map((r) => r.rung));

/** Every occurrence up to `now`, and the next one. */
const occurrences = (rung: Rung, first: Instant, now: Instant): { id: string; at: Instant }[] => {
  if (!rung.every) return [{ id: rung.id, at: first }];
  const list = [{ id: `${rung.id}-1`, at: first }];
  let at = first;
  while (at <= now && list.length < MOST_REPEATS) {
    at = addAmount(at, rung.every);
    list.push({ id: `${rung.id}-${list.length + 1}`, at });
  }
  return list;
};

type Anchors = { created: Instant; due: Instant | undefined };

/**
 * The rungs of a duty in the order they fall due. One that would fall before the duty arose (a reminder for a
 * limit already near) falls when it arose.
 */
export const rungsOf = (rungs: readonly Rung[], duty: string, { created, due }: Anchors, episode: Episode, now: Instant): DueRung[] => {
  const fired = firedRungs(episode, duty);
  return rungs
    .flatMap((rung) => {
      const anchor = rung.from === "due" ? due : created;
      if (anchor === undefined) return [];
      const first = Math.max(created, addAmount(anchor, rung));
      return occurrences(rung, first, now).map(({ id, at }) => ({ id, at, rung, fired: fired.has(id) }));
    })
    .toSorted((a, b) => a.at - b.at);
};
