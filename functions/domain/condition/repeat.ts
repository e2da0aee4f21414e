import { type Amount, addAmount } from "../calendar/deadline.ts";
import type { Instant } from "../calendar/instant.ts";
import { startOf } from "../episode/episode.ts";
import type { Context, PastEpisode } from "./context.ts";

type Kind = "missing" | "absence";
type Repeat = { atLeast: number; within?: Amount | undefined; of?: Kind | undefined };

const isOf = (kind: Kind, { absence = false }: PastEpisode): boolean => absence === (kind === "absence");

/** Episodes of the child that started in the window ending with this one's start; cancelled ones don't count. */
const inWindow = ({ episode, history }: Context, within: Amount | undefined) => {
  const end = startOf(episode);
  const start = within ? addAmount(end, { ...within, amount: -within.amount }) : Number.NEGATIVE_INFINITY;
  return history.filter((e) => e.counts && e.startAt >= start && e.startAt <= end);
};

/**
 * Since when the child is known to have had `atLeast` episodes in the window. A compact that comes late makes
 * the trigger true late: it then fires when it became known; never before this episode's own notification, since
 * a fourth episode calls for its own (Leicestershire 3).
 */
export const repeatedSince = (
  context: Context,
  { atLeast, within, of = "missing" }: Repeat,
): Instant | undefined => {
  const known = inWindow(context, within)
    .filter((e) => isOf(of, e))
    .map((e) => e.knownAt)
    .toSorted((a, b) => a - b)[atLeast - 1];
  return known === undefined ? undefined : Math.max(known, context.episode.notifiedAt);
};

/** Since when the last `count` episodes of the child, this one included, are all absences (Rutland step 6). */
export const absentInARowSince = (context: Context, count: number): Instant | undefined => {
  const last = inWindow(context, undefined)
    .toSorted((a, b) => a.startAt - b.startAt)
    .slice(-count);
  return last.length === count && last.every((e) => isOf("absence", e))
    ? Math.max(...last.map((e) => e.knownAt))
    : undefined;
};
