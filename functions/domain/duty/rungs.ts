import { addAmount } from "../calendar/deadline.ts";
import { type Instant, toInstant } from "../calendar/instant.ts";
import type { Episode } from "../episode/episode.ts";
import type { Rung } from "../profile/rule.ts";
import type { DueRung } from "./duty.ts";

/** A weekly reminder for twenty years: past that, something else is wrong. */
const MOST_REPEATS = 1_100;

const SECOND = 1_000;
const wholeSecond = (at: Instant): Instant => Math.floor(at / SECOND) * SECOND;

type Firing = { id: string; at: Instant };

const firingsOf = (episode: Episode, duty: string): Firing[] =>
  episode.rungs.filter((r) => r.duty === duty).map((r) => ({ id: r.rung, at: toInstant(r.at) }));

/** A mail of before a change of the profile's version counts for the instant that this version sets. */
const spentUntil = ({ profileChange }: Episode, duty: string, id: string): Instant => {
  const spent = profileChange?.kept.spent.find((s) => s.duty === duty && s.rung === id);
  return spent ? toInstant(spent.at) : Number.NEGATIVE_INFINITY;
};

/**
 * A mail sent before the rung's instant belongs to an instant that has since moved (ALL-06: a better fact, a
 * found that was retracted): the rung fires again, under an id of its own so that it can be claimed again.
 */
const againAfter = (id: string, at: Instant, firings: readonly Firing[], spent: Instant) => {
  const own = firings.filter((f) => f.id === id || f.id.startsWith(`${id}~`));
  const earlier = own.filter((f) => Math.max(f.at, spent) < wholeSecond(at)).length;
  const firedAt = own[earlier]?.at;
  return {
    id: earlier === 0 ? id : `${id}~${earlier + 1}`,
    fired: firedAt !== undefined || (own.length === 0 && spent >= wholeSecond(at)),
    ...(firedAt === undefined ? {} : { firedAt }),
  };
};

/** What comes again each day, or oftener, is one mail: from then on it is a line of the morning list (ALL-14). */
export const isListed = ({ every }: Rung): boolean =>
  every !== undefined && every.unit !== "wk" && every.amount <= 1;

/** Every occurrence that is a mail up to `now`, and the next one. */
const occurrences = (rung: Rung, first: Instant, now: Instant): { id: string; at: Instant }[] => {
  if (!rung.every) return [{ id: rung.id, at: first }];
  const list = [{ id: `${rung.id}-1`, at: first }];
  if (isListed(rung)) return list;
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
export const rungsOf = (
  rungs: readonly Rung[],
  duty: string,
  { created, due }: Anchors,
  episode: Episode,
  now: Instant,
): DueRung[] => {
  const firings = firingsOf(episode, duty);
  return rungs
    .flatMap((rung) => {
      const anchor = rung.from === "due" ? due : created;
      if (anchor === undefined) return [];
      const first = Math.max(created, addAmount(anchor, rung));
      return occurrences(rung, first, now).map(({ id, at }) => ({
        at,
        rung,
        ...againAfter(id, at, firings, spentUntil(episode, duty, id)),
      }));
    })
    .toSorted((a, b) => a.at - b.at);
};
