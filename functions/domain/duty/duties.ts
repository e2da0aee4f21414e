import { type Instant, toInstant } from "../calendar/instant.ts";
import type { Rule } from "../profile/rule.ts";
import type { Context } from "./context.ts";
import { dueOf } from "./due.ts";
import type { Duty } from "./duty.ts";
import { endingOf, evidenceFor } from "./ending.ts";
import { rungsOf } from "./rungs.ts";
import { since } from "./since.ts";

type Instance = { key: string; created: Instant; nth: number; previous?: Instant };

/** A rule is one duty; a series is one duty for each review held, the last of them open. */
const instancesOf = (rule: Rule, context: Context): Instance[] => {
  const created = since(rule.when, context);
  if (created === undefined) return [];
  if (!rule.series) return [{ key: rule.duty, created, nth: 0 }];
  const held = evidenceFor(rule, context).map(({ action }) => action);
  return held.map((review, i) => ({
    key: `${rule.duty}-${i + 1}`,
    created: Math.max(created, toInstant(review.recordedAt)),
    nth: i + 1,
    previous: toInstant(review.at),
  }));
};

const dutyOf = (rule: Rule, instance: Instance, context: Context): Duty => {
  const { key, created, nth, previous } = instance;
  const due = dueOf(rule, context.episode, created, previous);
  const rungs = rungsOf(rule.rungs, key, { created, due: due?.at }, context.episode, context.now);
  const ending = endingOf(rule, context, due?.at, nth);
  const told = rule.notice && ending.state === "open" && rungs.length > 0 && rungs.every((r) => r.fired);
  return {
    key,
    rule,
    createdAt: created,
    rungs,
    state: told ? "done" : ending.state,
    ...(due ? { dueAt: due.at } : {}),
    ...(due?.standIn ? { standIn: due.standIn } : {}),
    ...(ending.at === undefined ? {} : { endedAt: ending.at }),
    ...(ending.reason === undefined ? {} : { reason: ending.reason }),
  };
};

/**
 * Every duty the protocol sets for the episode, those still to arise among them: a duty whose `createdAt` lies
 * in the future arises then if nothing changes.
 */
export const dutiesOf = (context: Context): Duty[] =>
  context.profile.rules.flatMap((rule) =>
    instancesOf(rule, context).map((instance) => dutyOf(rule, instance, context)),
  );

export const hasArisen = (duty: Duty, now: Instant): boolean => duty.createdAt <= now;
