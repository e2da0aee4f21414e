import { addAmount } from "../calendar/deadline.ts";
import { type Instant, toInstant } from "../calendar/instant.ts";
import { startOf } from "../episode/episode.ts";
import type { ActionEvent } from "../episode/events.ts";
import type { Condition } from "../profile/condition.ts";
import { meetsStandard } from "./attempts.ts";
import { concernedSince } from "./concern.ts";
import type { Context } from "./context.ts";
import { repeatedSince } from "./repeat.ts";

type Scalars = Record<string, string | boolean | number> | undefined;

export const matches = (action: ActionEvent, type: string, wanted: Scalars): boolean =>
  action.type === type && Object.entries(wanted ?? {}).every(([key, value]) => action.data[key] === value);

const known = (holds: boolean, { episode }: Context): Instant | undefined =>
  holds ? episode.notifiedAt : undefined;

const statusSince = (wanted: readonly string[], { episode }: Context): Instant | undefined => {
  if (!wanted.includes(episode.status)) return undefined;
  return episode.status === "returned" ? episode.foundNotifiedAt : episode.notifiedAt;
};

/** While missing it will hold at that instant; once returned it holds if the absence was that long. */
const missingLongerThan = (amount: Parameters<typeof addAmount>[1], { episode }: Context) => {
  const at = addAmount(startOf(episode), amount);
  if (episode.status === "returned" && (episode.returnedAt ?? 0) <= at) return undefined;
  if (episode.status === "cancelled") return undefined;
  return Math.max(at, episode.notifiedAt);
};

/**
 * Since when a condition holds: an instant, past or to come if nothing changes; undefined if it does not hold.
 * Facts hold since the first compact reached us, so that nothing is dated before anybody could know it.
 */
export const since = (condition: Condition, context: Context): Instant | undefined => {
  const { episode } = context;
  if ("always" in condition) return episode.notifiedAt;
  if ("status" in condition) return statusSince(condition.status, context);
  if ("missingLongerThan" in condition) return missingLongerThan(condition.missingLongerThan, context);
  if ("episodes" in condition)
    return repeatedSince(context, condition.episodes.atLeast, condition.episodes.within);
  if ("care" in condition)
    return known(condition.care.some((c) => c === episode.facts.careStatus), context);
  if ("risk" in condition)
    return known(condition.risk.includes(episode.highestRisk ?? "unclassified"), context);
  if ("flag" in condition) return known(condition.flag.some((f) => episode.flags.has(f)), context);
  if ("fact" in condition) {
    const value = (episode.facts as Record<string, unknown>)[condition.fact];
    return known(condition.is === undefined ? value !== undefined : value === condition.is, context);
  }
  if ("compact" in condition) {
    const compact = episode.compacts.find((c) => condition.compact.includes(c.type));
    return compact && toInstant(compact.recordedAt);
  }
  if ("recorded" in condition) {
    const action = episode.actions.find((a) => matches(a, condition.recorded, condition.with));
    return action && toInstant(action.recordedAt);
  }
  if ("concern" in condition) return concernedSince(episode, condition.concern);
  if ("attemptsShortOf" in condition)
    return known(!meetsStandard(episode.actions, condition.attemptsShortOf), context);
  if ("not" in condition) {
    const at = since(condition.not, context);
    return known(at === undefined || at > context.now, context);
  }
  if ("all" in condition) {
    const all = condition.all.map((c) => since(c, context));
    return all.includes(undefined) ? undefined : Math.max(...all.filter((at) => at !== undefined));
  }
  if ("any" in condition) {
    const any = condition.any.map((c) => since(c, context)).filter((at) => at !== undefined);
    return any.length > 0 ? Math.min(...any) : undefined;
  }
  // data, after, sectionsEmpty speak of an action at hand and belong to guards.
  return undefined;
};

export const holds = (condition: Condition, context: Context): boolean => {
  const at = since(condition, context);
  return at !== undefined && at <= context.now;
};
