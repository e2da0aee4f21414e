import { type Instant, toInstant } from "../calendar/instant.ts";
import type { Context } from "../condition/context.ts";
import { holds, matches, since } from "../condition/since.ts";
import { isApproved } from "../episode/approvals.ts";
import type { Episode } from "../episode/episode.ts";
import type { ActionEvent } from "../episode/events.ts";
import type { Ladder } from "../profile/ladder.ts";
import type { Rule } from "../profile/rule.ts";
import { adultSince } from "./adult.ts";
import type { Ending } from "./duty.ts";
import { metBefore } from "./met-before.ts";
import { missedIfPast } from "./missed.ts";
import { isSentBack } from "./record-standing.ts";
import { isBy } from "./who-acted.ts";

const reasonOf = (action: ActionEvent): string => {
  const given = action.data.reason ?? action.data.reasonLate ?? action.data.outcome;
  return typeof given === "string" ? given : action.type.replaceAll("-", " ");
};

const afterReturn = new Set<Ladder>(["return-interview", "report-distribution"]);

/** What was done before the child was found is no evidence of a return interview: an earlier return was retracted. */
const beforeThisReturn = (rule: Rule, action: ActionEvent, { foundAt, returnedAt }: Episode): boolean => {
  const found = foundAt ?? returnedAt;
  return (
    found !== undefined &&
    afterReturn.has(rule.ladder) &&
    toInstant(action.at) < Math.min(found, returnedAt ?? found)
  );
};

/** Everything that counts as doing the duty (or ends it otherwise), in the order it happened. */
export const evidenceFor = (rule: Rule, { episode, profile }: Context) =>
  episode.actions.flatMap((action, index) => {
    const evidence = rule.endedBy.find(
      (e) => matches(action, e.action, e.with) && (e.by === undefined || isBy(action, e.by, profile)),
    );
    if (!evidence) return [];
    const { once } = evidence;
    if (once && !episode.actions.some((a) => a.type === once && !isSentBack(a, episode))) return [];
    const takenBack =
      episode.actions.slice(index + 1).some((later) => later.type === evidence.undoneBy) ||
      isSentBack(action, episode) ||
      !isApproved(action, episode);
    if (takenBack || (evidence.as === "done" && beforeThisReturn(rule, action, episode))) return [];
    return [{ action, as: evidence.as }];
  });

const endedByEvidence = (
  { action, as }: ReturnType<typeof evidenceFor>[number],
  due: Instant | undefined,
): Ending => {
  const at = toInstant(action.at);
  if (as === "not-required") return { state: "not-required", at, reason: reasonOf(action) };
  if (due === undefined || at <= due) return { state: "done", at };
  const late = action.data.reasonLate;
  return { state: "late-done", at, ...(typeof late === "string" ? { reason: late } : {}) };
};

/** A duty that arises anew wants evidence of its own. */
const countsFor =
  (rule: Rule, created: Instant) =>
  ({ action }: ReturnType<typeof evidenceFor>[number]) =>
    !rule.again || toInstant(action.recordedAt) > created;

/** A manager closed the episode of a child who is back: a search is never ended so, nor what arises after it. */
const closureOf = (rule: Rule, context: Context): ActionEvent | undefined =>
  rule.closes || context.episode.status !== "returned"
    ? undefined
    : context.profile.rules
        .filter(({ closes }) => closes)
        .flatMap((one) => evidenceFor(one, context))
        .find(({ as }) => as === "done")?.action;

type Arisen = { key: string; created: Instant; due: Instant | undefined; nth?: number };

/** What else than evidence ends a duty. */
const otherwiseEnded = (rule: Rule, context: Context, created: Instant): Ending => {
  const { episode } = context;
  const adult = adultSince(episode);
  if (adult !== undefined && adult <= context.now)
    return { state: "not-required", at: adult, reason: "18th birthday" };
  if (episode.status === "cancelled")
    return {
      state: "not-required",
      reason: episode.cancelledBecause ?? "cancelled",
      ...(episode.cancelledAt === undefined ? {} : { at: episode.cancelledAt }),
    };
  const exempt = rule.notRequired.find((n) => holds(n.when, context));
  const exemptSince = exempt && since(exempt.when, context);
  if (exempt && exemptSince !== undefined)
    return { state: "not-required", at: exemptSince, reason: exempt.reason };
  const closing = closureOf(rule, context);
  if (closing && created <= toInstant(closing.recordedAt))
    return {
      state: "not-required",
      at: toInstant(closing.at),
      reason: `the episode is closed: ${reasonOf(closing)}`,
    };
  const { status, foundNotifiedAt } = episode;
  if (rule.ladder === "while-missing" && status === "returned" && foundNotifiedAt !== undefined)
    return { state: "not-required", at: foundNotifiedAt, reason: "the child was found first" };
  return { state: "open" };
};

/** How a duty stands: nothing ends in silence, so every end but "done in time" keeps its reason (ALL-01). */
export const endingOf = (rule: Rule, context: Context, { key, created, due, nth = 0 }: Arisen): Ending => {
  const met = metBefore(rule, { key, created }, context.episode);
  if (met) return met;
  const evidence = evidenceFor(rule, context).filter(countsFor(rule, created))[nth];
  if (evidence) return missedIfPast(endedByEvidence(evidence, due), due);
  const seen = rule.doneWhen && since(rule.doneWhen, context);
  if (seen !== undefined && seen <= context.now)
    return { state: due === undefined || seen <= due ? "done" : "late-done", at: seen };
  return missedIfPast(otherwiseEnded(rule, context, created), due);
};
