import { type Instant, toInstant } from "../calendar/instant.ts";
import type { Context } from "../condition/context.ts";
import { since } from "../condition/since.ts";
import { asksForFacts } from "../condition/undecided.ts";
import type { Episode } from "../episode/episode.ts";
import type { ActionEvent } from "../episode/events.ts";
import type { Rule } from "../profile/rule.ts";
import { clockAt, dueOf } from "./due.ts";
import type { DueRung, Duty, Ending } from "./duty.ts";
import { endingOf, evidenceFor } from "./ending.ts";
import { missedIfPast } from "./missed.ts";
import { rungsOf } from "./rungs.ts";

type Instance = { key: string; created: Instant; nth: number; previous?: Instant };

/** Nobody held the first by its limit: the next is due counted from there, else nobody would ever ask for it. */
const afterNoFirst = (
  { firstBy, duty }: Rule,
  held: readonly ActionEvent[],
  created: Instant,
  { episode }: Context,
): Instance[] => {
  const limit = firstBy && clockAt(firstBy, episode, created)?.at;
  if (limit === undefined || held.some(({ at }) => toInstant(at) <= limit)) return [];
  return [{ key: `${duty}-0`, created: Math.max(created, limit), nth: 0, previous: limit }];
};

/** A rule is one duty; a series is one duty for each review held, the last of them open. */
const instancesOf = (rule: Rule, context: Context): Instance[] => {
  const created = since(rule.when, context);
  if (created === undefined) return [];
  if (!rule.series) return [{ key: rule.duty, created, nth: 0 }];
  const held = evidenceFor(rule, context).map(({ action }) => action);
  const next = held.map((review, i) => ({
    key: `${rule.duty}-${i + 1}`,
    created: Math.max(created, toInstant(review.recordedAt)),
    nth: i + 1,
    previous: toInstant(review.at),
  }));
  return [...afterNoFirst(rule, held, created, context), ...next];
};

/** A mail that falls due at the limit itself goes within the watchdog's minute, and is in time. */
const WATCH_MS = 60_000;

/** A notice is done once its mails have gone; it is late when they were due, or went, after its limit. */
const endingOfNotice = (rungs: readonly DueRung[], due: Instant | undefined): Ending => {
  const at = Math.max(...rungs.map((r) => r.firedAt ?? r.at));
  const isLate = due !== undefined && (rungs.some((r) => r.at > due) || at > due + WATCH_MS);
  return { state: isLate ? "late-done" : "done", at };
};

const dutyOf = (rule: Rule, instance: Instance, context: Context): Duty => {
  const { key, created, nth, previous } = instance;
  const due = dueOf(rule, context.episode, created, previous);
  const rungs = rungsOf(rule.rungs, key, { created, due: due?.at }, context.episode, context.now);
  const told = rule.notice && rungs.length > 0 && rungs.every((r) => r.fired);
  const ending = told
    ? endingOfNotice(rungs, due?.at)
    : endingOf(rule, context, { key, created, due: due?.at, nth });
  return {
    key,
    rule,
    createdAt: created,
    rungs,
    state: ending.state,
    ...(due ? { dueAt: due.at } : {}),
    ...(due?.standIn ? { standIn: due.standIn } : {}),
    ...(ending.at === undefined ? {} : { endedAt: ending.at }),
    ...(ending.reason === undefined ? {} : { reason: ending.reason }),
  };
};

/** What ended the absence or the episode, and how it stood until then. */
const turnOf = ({ status, foundNotifiedAt, cancelledAt, cancelledBecause }: Episode) =>
  status === "returned"
    ? { at: foundNotifiedAt, was: "missing" as const, reason: "the child was found first" }
    : {
        at: cancelledAt,
        was: foundNotifiedAt === undefined ? ("missing" as const) : ("returned" as const),
        reason: cancelledBecause ?? "cancelled",
      };

/** What was called for until the child was back or the episode was cancelled, and past its limit then, was missed (ALL-11). */
const endedByTurn = (rule: Rule, context: Context): (Ending & { due?: Instant }) | undefined => {
  const { at, was, reason } = turnOf(context.episode);
  const before = { ...context, episode: { ...context.episode, status: was } };
  const created = at === undefined ? undefined : since(rule.when, before);
  if (at === undefined || created === undefined || created > at) return undefined;
  const due = dueOf(rule, before.episode, created)?.at;
  return {
    ...missedIfPast({ state: "not-required", at, reason }, due),
    ...(due === undefined ? {} : { due }),
  };
};

/**
 * Somebody was told of this duty, and what called for it no longer holds (a found was retracted, an earlier
 * episode cancelled). It ends with that reason, as nothing ends in silence (ALL-01).
 */
const withdrawnDuty = (rule: Rule, context: Context): Duty[] => {
  const { episode } = context;
  const first = episode.rungs.find((r) => r.duty === rule.duty);
  if (!first || rule.series) return [];
  const seen = rule.doneWhen && since(rule.doneWhen, context);
  const told = { key: rule.duty, rule, createdAt: toInstant(first.at), rungs: [] };
  // What called for it may be over because it was done: somebody said what it asked for.
  if (seen !== undefined && seen <= context.now) return [{ ...told, state: "done", endedAt: seen }];
  const turned = endedByTurn(rule, context);
  const reason = turned?.reason ?? episode.cancelledBecause ?? "what called for it no longer holds";
  return [
    {
      ...told,
      state: turned?.state ?? "not-required",
      reason,
      ...(turned?.due === undefined ? {} : { dueAt: turned.due }),
      ...(turned?.at === undefined ? {} : { endedAt: turned.at }),
    },
  ];
};

/** It stands while nobody has said whether it has to, and mails nobody: whoever can say so is asked (ALL-07). */
const undecidedDuty = (rule: Rule, context: Context): Duty[] => {
  if (rule.notice || rule.series || !asksForFacts(context.profile.rules)) return [];
  const created = since(rule.when, { ...context, unknown: { as: true, rest: true } });
  if (created === undefined || created > context.now) return [];
  const instance = { key: rule.duty, created, nth: 0 };
  return [{ ...dutyOf({ ...rule, rungs: [] }, instance, context), rule, undecided: true }];
};

const dutiesFrom = (rule: Rule, context: Context): Duty[] => {
  if (since(rule.when, context) === undefined) {
    const undecided = undecidedDuty(rule, context);
    return undecided.length > 0 ? undecided : withdrawnDuty(rule, context);
  }
  return instancesOf(rule, context).map((instance) => dutyOf(rule, instance, context));
};

/**
 * Every duty the protocol sets for the episode, those still to arise among them: a duty whose `createdAt` lies
 * in the future arises then if nothing changes.
 */
export const dutiesOf = (context: Context): Duty[] =>
  context.profile.rules.flatMap((rule) => dutiesFrom(rule, context));

export const hasArisen = (duty: Duty, now: Instant): boolean => duty.createdAt <= now;
