import type { Instant } from "../calendar/instant.ts";
import { oncePer } from "../once-per.ts";
import type { Condition } from "../profile/condition.ts";
import { partsOf } from "../profile/parts.ts";
import type { Profile } from "../profile/profile.ts";
import { valueAt } from "../value-at.ts";
import type { Context } from "./context.ts";

type Since = (condition: Condition, context: Context) => Instant | undefined;

const factsIn = (condition: Condition): string[] =>
  partsOf(condition).flatMap((part) => {
    if ("care" in part) return ["careStatus"];
    return "fact" in part && (part.is !== undefined || part.contains !== undefined) ? [part.fact] : [];
  });

const asksIn = (condition: Condition): boolean => partsOf(condition).some((part) => "undecided" in part);

/** The rules that turn on each fact. Those that ask for a fact turn on none. */
const rulesBy = oncePer((rules: Profile["rules"]) =>
  Map.groupBy(
    rules
      .filter(({ when }) => !asksIn(when))
      .flatMap((rule) => [...new Set(factsIn(rule.when))].map((fact) => ({ fact, rule }))),
    ({ fact }) => fact,
  ),
);

/** Whether the protocol has anybody asked for what nobody stated; versions of before do not. */
export const asksForFacts = oncePer((rules: Profile["rules"]): boolean =>
  rules.some(({ when }) => asksIn(when)),
);

/** Since when some rule turns on a fact that nobody stated. */
export const undecidedSince = (fact: string, context: Context, since: Since): Instant | undefined => {
  const { episode, profile } = context;
  if (valueAt(episode.facts, fact) !== undefined) return undefined;
  const instants = (rulesBy(profile.rules).get(fact) ?? []).flatMap(({ rule }) => {
    if (since(rule.when, context) !== undefined) return [];
    return since(rule.when, { ...context, unknown: { of: fact, as: true, rest: false } }) ?? [];
  });
  return instants.length > 0 ? Math.min(...instants) : undefined;
};
