import type { Instant } from "../calendar/instant.ts";
import type { Context } from "../condition/context.ts";
import { since } from "../condition/since.ts";
import { adultSince } from "../duty/adult.ts";
import { oncePer } from "../once-per.ts";
import type { Condition } from "../profile/condition.ts";
import { partsOf } from "../profile/parts.ts";
import type { Profile } from "../profile/profile.ts";
import type { Rule } from "../profile/rule.ts";

const conditionsOf = (rule: Rule): Condition[] => [
  rule.when,
  ...(rule.doneWhen ? [rule.doneWhen] : []),
  ...rule.notRequired.map(({ when }) => when),
  ...rule.owner.flatMap(({ when }) => when ?? []),
];

const isLeaf = (condition: Condition): boolean =>
  !("not" in condition || "all" in condition || "any" in condition);

/** What the rules look at, each once. */
const leavesOf = oncePer((rules: Profile["rules"]): Condition[] => {
  const leaves = rules.flatMap(conditionsOf).flatMap(partsOf).filter(isLeaf);
  return [...new Map(leaves.map((leaf) => [JSON.stringify(leaf), leaf])).values()];
});

/**
 * The first instant to come at which time alone may change which duties are open, or whose they are: where something
 * the rules look at begins to hold, or the child comes of age.
 */
export const goodUntil = (context: Context): Instant | undefined => {
  const instants = [
    adultSince(context.episode),
    ...leavesOf(context.profile.rules).map((leaf) => since(leaf, context)),
  ].filter((at) => at !== undefined && at > context.now);
  return instants.length > 0 ? Math.min(...instants.map(Number)) : undefined;
};
