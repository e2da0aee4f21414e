import type { ProfileFault } from "../check/fault.ts";
import type { Condition } from "../condition.ts";
import { lengthOf } from "../length.ts";
import { partsOf, same } from "../parts.ts";
import type { Profile } from "../profile.ts";
import type { Rule } from "../rule.ts";

/** Whatever makes the second trigger true has made the first true already. */
const covers = (a: Condition, b: Condition): boolean => {
  if (same(a, b)) return true;
  if (!("episodes" in a && "episodes" in b) || (a.episodes.of ?? "missing") !== (b.episodes.of ?? "missing"))
    return false;
  const [longer, shorter] = [a.episodes, b.episodes].map((e) => (e.within ? lengthOf(e.within) : Infinity));
  return a.episodes.atLeast <= b.episodes.atLeast && (longer ?? 0) >= (shorter ?? 0);
};

const idleTriggers = (condition: Condition): boolean =>
  partsOf(condition).some(
    (c) =>
      "any" in c &&
      c.any.some((a, i) => c.any.some((b, j) => i !== j && covers(a, b) && (i < j || !same(a, b)))),
  );

const doubles = (a: Rule, b: Rule): boolean =>
  a.endedBy.length > 0 && same([a.when, a.due, a.endedBy, a.owner], [b.when, b.due, b.endedBy, b.owner]);

/** Triggers of which one makes another idle, and rules that would ask for the same thing twice. */
export const overlaps = ({ rules }: Profile): ProfileFault[] =>
  rules.flatMap((rule, i) => {
    const fault = (path: string, problem: string): ProfileFault => ({
      path: `rules.${i}.${path}`,
      rule: rule.id,
      clause: rule.clause,
      problem,
    });
    const twin = rules.slice(0, i).find((earlier) => doubles(earlier, rule));
    return [
      ...(idleTriggers(rule.when)
        ? [fault("when", "overlapping triggers: one is true whenever another is")]
        : []),
      ...(twin ? [fault("duty", `asks for the same as "${twin.duty}", on the same trigger`)] : []),
    ];
  });
