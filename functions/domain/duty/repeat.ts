import { type Amount, addAmount } from "../calendar/deadline.ts";
import type { Instant } from "../calendar/instant.ts";
import { startOf } from "../episode/episode.ts";
import type { Context } from "./context.ts";

/** Episodes of the child that started in the window ending with this one's start; cancelled ones don't count. */
const inWindow = ({ episode, history }: Context, within: Amount | undefined) => {
  const end = startOf(episode);
  const start = within ? addAmount(end, { ...within, amount: -within.amount }) : Number.NEGATIVE_INFINITY;
  return history.filter((e) => e.counts && e.startAt >= start && e.startAt <= end);
};

/** How many, this one included. */
export const episodeCount = (context: Context, within?: Amount): number => inWindow(context, within).length;

/**
 * Since when the child is known to have had `atLeast` episodes in the window. A compact that comes late makes
 * the trigger true late: it then fires when it became known.
 */
export const repeatedSince = (context: Context, atLeast: number, within?: Amount): Instant | undefined =>
  inWindow(context, within)
    .map((e) => e.knownAt)
    .toSorted((a, b) => a - b)[atLeast - 1];
