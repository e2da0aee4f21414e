import { type Amount, addAmount } from "../calendar/deadline.ts";
import type { Instant } from "../calendar/instant.ts";
import type { Episode } from "../episode/episode.ts";
import type { Anchor } from "../profile/clock.ts";
import { anchorAt } from "./anchor.ts";

type Elapsed = { from: Anchor; to: Anchor; over?: Amount | undefined; under?: Amount | undefined };

/** Known once the later anchor is: nothing is dated before anybody could know it. Exactly the amount is neither. */
export const elapsedSince = ({ from, to, over, under }: Elapsed, episode: Episode): Instant | undefined => {
  const start = anchorAt(from, episode, episode.notifiedAt)?.at;
  const end = anchorAt(to, episode, episode.notifiedAt)?.at;
  if (start === undefined || end === undefined) return undefined;
  if (over && end <= addAmount(start, over)) return undefined;
  if (under && end >= addAmount(start, under)) return undefined;
  return Math.max(end, episode.foundNotifiedAt ?? episode.notifiedAt);
};

/** The instant by which something should have been so. */
export const limitOf = (
  { anchor, ...amount }: { anchor: Anchor } & Amount,
  episode: Episode,
): Instant | undefined => {
  const anchored = anchorAt(anchor, episode, episode.notifiedAt);
  return anchored && addAmount(anchored.at, amount);
};
