import { addAmount } from "../calendar/deadline.ts";
import type { Instant } from "../calendar/instant.ts";
import { anchorAt } from "../condition/anchor.ts";
import type { Episode } from "../episode/episode.ts";
import type { Rule } from "../profile/rule.ts";

export type Due = { at: Instant; standIn?: string };

/** What one clock of a rule says. */
export const clockAt = (
  { anchor, ...amount }: Rule["due"][number],
  episode: Episode,
  created: Instant,
  previous?: Instant,
): Due | undefined => {
  const anchored = anchorAt(anchor, episode, created, previous);
  if (!anchored) return undefined;
  const at = addAmount(anchored.at, amount);
  return anchored.standIn ? { at, standIn: anchored.standIn } : { at };
};

/** The limit of a duty: of several clocks the earliest counts (Rutland step 6 note and 7). */
export const dueOf = (rule: Rule, episode: Episode, created: Instant, previous?: Instant): Due | undefined =>
  rule.due
    .flatMap((clock) => clockAt(clock, episode, created, previous) ?? [])
    .toSorted((a, b) => a.at - b.at)[0];
