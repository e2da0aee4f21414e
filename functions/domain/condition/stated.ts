import { type Instant, toInstant } from "../calendar/instant.ts";
import type { Compact } from "../compact/compact.ts";
import type { Episode, Risk } from "../episode/episode.ts";
import { decidedRisk, higherRisk, treatedAs } from "../episode/risk.ts";
import { saidByUs } from "../episode/stated-by-us.ts";
import { valueAt } from "../value-at.ts";

/** When the first mail or person said so: nothing is dated before anybody could know it. */
export const statedSince = (
  { compacts, actions }: Episode,
  says: (compact: Compact) => boolean,
): Instant | undefined => {
  const receipts = [...compacts, ...saidByUs(actions)]
    .filter((c) => says(c.compact as Compact))
    .map((c) => toInstant(c.recordedAt));
  return receipts.length > 0 ? Math.min(...receipts) : undefined;
};

type FactCondition = {
  fact: string;
  is?: string | boolean | undefined;
  contains?: string | undefined;
  except?: readonly string[] | undefined;
  ever?: boolean | undefined;
};

const plain = (value: unknown): string =>
  String(value)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** The value that counts now decides, or any ever stated; it holds since a mail first stated such a value. */
export const factSince = (
  { fact, is, contains, except = [], ever = false }: FactCondition,
  episode: Episode,
): Instant | undefined => {
  const fits = (source: unknown): boolean => {
    const value = valueAt(source, fact);
    if (is !== undefined) return value === is;
    if (contains !== undefined)
      return typeof value === "string" && value.toLowerCase().includes(contains.toLowerCase());
    return value !== undefined && !except.some((none) => plain(none) === plain(value));
  };
  return ever || fits(episode.facts) ? statedSince(episode, fits) : undefined;
};

/** The highest category ever held decides; it holds since the first mail, or recorded decision, with one of the list. */
export const riskSince = (wanted: readonly string[], episode: Episode): Instant | undefined => {
  if (episode.highestRisk === undefined)
    return wanted.includes("unclassified") ? episode.notifiedAt : undefined;
  if (!wanted.includes(episode.highestRisk)) return undefined;
  const stated = statedSince(episode, ({ risk }) => risk !== undefined && wanted.includes(treatedAs(risk)));
  const decided = episode.actions.find((action) => wanted.includes(decidedRisk(action) ?? ""));
  const since = [stated, decided && toInstant(decided.recordedAt)].filter((at) => at !== undefined);
  return since.length > 0 ? Math.min(...since) : undefined;
};

/**
 * Since the last report that lowered the risk to one of these, from a higher one that a report or a recorded
 * decision gave before; a report of a higher one since ends it. (A decision since is evidence, not a report.)
 */
export const loweredSince = (
  wanted: readonly string[],
  { compacts, actions }: Episode,
): Instant | undefined => {
  const stated = [
    ...compacts.map(({ at, recordedAt, compact: { risk } }) => ({ at, recordedAt, risk })),
    ...actions.map((action) => ({ at: action.at, decided: decidedRisk(action) })),
  ].toSorted((a, b) => toInstant(a.at) - toInstant(b.at));
  let held: Risk | undefined;
  let lowered: { to: Risk; since: Instant } | undefined;
  for (const one of stated) {
    const now = "decided" in one ? one.decided : one.risk && treatedAs(one.risk);
    if (now === undefined || now === held) continue;
    if (!("decided" in one))
      lowered =
        held && higherRisk(held, now) === held ? { to: now, since: toInstant(one.recordedAt) } : undefined;
    held = now;
  }
  return lowered && wanted.includes(lowered.to) ? lowered.since : undefined;
};

export const flagSince = (wanted: readonly string[], episode: Episode): Instant | undefined =>
  statedSince(episode, ({ flags }) => flags?.some((flag) => wanted.includes(flag)) ?? false);
