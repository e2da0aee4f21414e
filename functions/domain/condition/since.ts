import { addAmount } from "../calendar/deadline.ts";
import { type Instant, toInstant } from "../calendar/instant.ts";
import { holdsFrom } from "../episode/allocation.ts";
import { startOf } from "../episode/episode.ts";
import type { ActionEvent } from "../episode/events.ts";
import type { Condition } from "../profile/condition.ts";
import { valueAt } from "../value-at.ts";
import { agedSince } from "./age.ts";
import { meetsStandard } from "./attempts.ts";
import { concernedSince } from "./concern.ts";
import type { Context } from "./context.ts";
import { elapsedSince, limitOf } from "./elapsed.ts";
import { happenedSince } from "./happened.ts";
import { placedByAnotherSince } from "./placing.ts";
import { absentInARowSince, repeatedSince } from "./repeat.ts";
import { factSince, flagSince, loweredSince, riskSince, statedSince } from "./stated.ts";
import { asksForFacts, undecidedSince } from "./undecided.ts";
import { certainly, takenAs, turned, unknownFact } from "./unknown.ts";

type Scalars = Record<string, string | boolean | number> | undefined;

const slug = (value: unknown): unknown =>
  typeof value === "string"
    ? value
        .trim()
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
    : value;

/** "Safeguarding Hub" is what a protocol writes as "safeguarding-hub": people type names, not slugs. */
export const matches = (action: ActionEvent, type: string, wanted: Scalars): boolean =>
  action.type === type &&
  Object.entries(wanted ?? {}).every(([path, value]) => slug(valueAt(action.data, path)) === slug(value));

const statusSince = (wanted: readonly string[], { episode }: Context): Instant | undefined => {
  if (!wanted.includes(episode.status)) return undefined;
  return episode.status === "returned" ? episode.foundNotifiedAt : episode.notifiedAt;
};

/** While missing it will hold at that instant; once returned it holds if the absence was that long. */
const missingLongerThan = (amount: Parameters<typeof addAmount>[1], { episode }: Context) => {
  const at = addAmount(startOf(episode), amount);
  if (episode.status === "returned" && (episode.returnedAt ?? episode.foundNotifiedAt ?? 0) <= at)
    return undefined;
  if (episode.status === "cancelled") return undefined;
  return Math.max(at, episode.notifiedAt);
};

const recordedSince = (action: ActionEvent | undefined): Instant | undefined =>
  action && (action.type === "allocate" ? holdsFrom(action) : toInstant(action.recordedAt));

const defined = (instants: readonly (Instant | undefined)[]): Instant[] =>
  instants.filter((at) => at !== undefined);

/** It holds from the limit on: what is recorded after it does not undo that it was not so by then. */
const unmetSince = (
  { condition, by }: { condition: Condition; by: Parameters<typeof limitOf>[0] },
  context: Context,
): Instant | undefined => {
  const limit = limitOf(by, context.episode);
  const met = since(condition, context);
  return limit === undefined || (met !== undefined && met <= limit)
    ? undefined
    : Math.max(limit, context.episode.notifiedAt);
};

const toldSince = (duty: string, { episode }: Context): Instant | undefined => {
  const last = episode.rungs.findLast((r) => r.duty === duty);
  return last && toInstant(last.at);
};

/**
 * Since when a condition holds: an instant, past or to come if nothing changes; undefined if it does not hold.
 * Facts hold since a mail that states them reached us, so that nothing is dated before anybody could know it.
 */
export const since = (condition: Condition, context: Context): Instant | undefined => {
  const { episode } = context;
  if ("always" in condition) return episode.notifiedAt;
  if ("status" in condition) return statusSince(condition.status, context);
  if ("missingLongerThan" in condition) return missingLongerThan(condition.missingLongerThan, context);
  if ("episodes" in condition) return repeatedSince(context, condition.episodes);
  if ("absencesInARow" in condition) return absentInARowSince(context, condition.absencesInARow);
  if ("elapsed" in condition) return elapsedSince(condition.elapsed, episode);
  if ("unmet" in condition) return unmetSince(condition.unmet, context);
  if ("told" in condition) return toldSince(condition.told, context);
  const unknown = asksForFacts(context.profile.rules) ? unknownFact(condition, episode.facts) : undefined;
  if (unknown !== undefined)
    return takenAs(unknown, context.unknown ?? certainly) ? episode.notifiedAt : undefined;
  if ("care" in condition)
    return condition.care.some((c) => c === episode.facts.careStatus)
      ? statedSince(episode, ({ careStatus }) => careStatus === episode.facts.careStatus)
      : undefined;
  if ("risk" in condition) return riskSince(condition.risk, episode);
  if ("age" in condition) return agedSince(condition.age, episode);
  if ("loweredTo" in condition) return loweredSince(condition.loweredTo, episode);
  if ("flag" in condition) return flagSince(condition.flag, episode);
  if ("fact" in condition) return factSince(condition, episode);
  if ("placedByAnother" in condition) return placedByAnotherSince(context);
  if ("compact" in condition) {
    const receipts = episode.compacts
      .filter((c) => condition.compact.includes(c.type))
      .map((c) => toInstant(c.recordedAt));
    return receipts.length > 0 ? Math.min(...receipts) : undefined;
  }
  if ("recorded" in condition)
    return recordedSince(episode.actions.find((a) => matches(a, condition.recorded, condition.with)));
  if ("lastRecorded" in condition) {
    const last = episode.actions.findLast((a) => a.type === condition.lastRecorded);
    return last && matches(last, condition.lastRecorded, condition.with) ? recordedSince(last) : undefined;
  }
  if ("concern" in condition) return concernedSince(episode, condition.concern);
  if ("undecided" in condition)
    return context.unknown === undefined ? undecidedSince(condition.undecided, context, since) : undefined;
  if ("happened" in condition) return happenedSince(condition.happened, episode);
  if ("attemptsShortOf" in condition)
    return meetsStandard(episode.actions, condition.attemptsShortOf) ? undefined : episode.notifiedAt;
  if ("not" in condition) {
    const at = since(condition.not, { ...context, unknown: turned(context.unknown ?? certainly) });
    return at === undefined || at > context.now ? episode.notifiedAt : undefined;
  }
  if ("all" in condition) {
    const all = condition.all.map((c) => since(c, context));
    return all.includes(undefined) ? undefined : Math.max(...defined(all));
  }
  if ("any" in condition) {
    const any = defined(condition.any.map((c) => since(c, context)));
    return any.length > 0 ? Math.min(...any) : undefined;
  }
  // data, after, outsideStaff, sectionsEmpty speak of an action at hand and belong to guards.
  return undefined;
};

export const holds = (condition: Condition, context: Context): boolean => {
  const at = since(condition, context);
  return at !== undefined && at <= context.now;
};
