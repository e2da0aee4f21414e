import type { Context } from "../condition/context.ts";
import type { Duty } from "../duty/duty.ts";
import type { Move } from "../episode/events.ts";
import { sayCondition } from "../profile/in-words/say-condition.ts";
import type { Rule } from "../profile/rule.ts";
import { compareDuties, type Part, type Placed, reworded } from "./compare-duties.ts";

/** An episode's duties under one version of its profile. */
export type Standing = { context: Context; duties: readonly Duty[] };

const ruleFor = ({ rule }: Duty, { context }: Standing): Rule | undefined =>
  context.profile.rules.find(({ duty }) => duty === rule.duty);

const appears = (after: Duty, before: Standing): Part[] => {
  const former = ruleFor(after, before);
  const when = sayCondition(after.rule.when);
  const because = former ? reworded(sayCondition(former.when), when) : `new in this version: when ${when}`;
  return after.state === "open" ? [{ change: "appears", because }] : [];
};

const vanishes = (before: Duty, after: Standing): Part[] => {
  const now = ruleFor(before, after);
  const because = now
    ? reworded(sayCondition(before.rule.when), sayCondition(now.when))
    : "this version has no such rule";
  return before.state === "open" ? [{ change: "vanishes", because }] : [];
};

const ends = ({ state, reason }: Duty): Part => ({
  change: "ends",
  to: state,
  because: reason ?? "this version takes what is on record as evidence",
});

const opens = ({ state, reason = "evidence this version does not take" }: Duty): Part => ({
  change: "opens",
  from: state,
  because: `it had ended with: ${reason}`,
});

const stays = (before: Placed, after: Placed): Part[] => {
  const [was, is] = [before.duty.state === "open", after.duty.state === "open"];
  if (was && is) return compareDuties(before, after);
  if (was) return [ends(after.duty)];
  return is ? [opens(before.duty)] : [];
};

const partsOf = (key: string, before: Standing, after: Standing): Move[] => {
  const [was, is] = [before, after].map(({ duties }) => duties.find((d) => d.key === key));
  const { id = "", clause = "" } = (is ?? was)?.rule ?? {};
  const parts = (): Part[] => {
    if (was && is) return stays({ duty: was, context: before.context }, { duty: is, context: after.context });
    if (is) return appears(is, before);
    return was ? vanishes(was, after) : [];
  };
  return parts().map((part) => ({ duty: key, rule: id, clause, ...part }));
};

/** Every open duty that appears, vanishes, opens, ends or moves between two versions, with its clause and why. */
export const movesOf = (before: Standing, after: Standing): Move[] => {
  const keys = new Set([...after.duties, ...before.duties].map(({ key }) => key));
  return [...keys].flatMap((key) => partsOf(key, before, after));
};
