import type { ProfileFault } from "../check/fault.ts";
import type { Condition } from "../condition.ts";
import { conditionsOf } from "../condition-places.ts";
import type { Profile } from "../profile.ts";
import type { Rule } from "../rule.ts";
import { canHold, type Reach, reachOf } from "./reach.ts";
import { alwaysRefused, called, circleFrom, neverDone, recordsIn, waitedFor } from "./waits.ts";

type Found = { rule: Rule; path: string; problem: string };

const circleInWords = (circle: readonly Rule[]): string => {
  const [first] = circle;
  if (first && circle.length === 1)
    return `waits for itself: it begins only with what "${first.duty}" alone asks for or sends. Let it begin with a report or a status, or with what another rule asks for`;
  const chain = [...circle, ...circle.slice(0, 1)].map(called);
  return `waits in a circle: ${chain.join(" waits for ")}, so none of them can ever begin. Let one begin with a report or a status`;
};

/** Nothing is said of what waits for another rule that never begins: that is put right with it. */
const whyNever = (condition: Condition, reach: Reach): string[] => {
  const problems = recordsIn(condition).flatMap(
    (one) => neverDone(one, reach.profile) ?? alwaysRefused(one, reach) ?? [],
  );
  if (problems.length === 0 && waitedFor(condition, reach).length === 0)
    problems.push('nothing of what stands under "not", "unmet" or "concern" can come about');
  return [...new Set(problems)].map((problem) => `can never be: ${problem}`);
};

/** Each circle is said once, and whatever waits for one of its rules is put right with it. */
const neverBegun = (reach: Reach): Found[] => {
  const said = new Set<Rule>();
  return reach.profile.rules.flatMap((rule): Found[] => {
    if (reach.duties.has(rule.duty) || said.has(rule)) return [];
    const circle = circleFrom(rule, (one) => waitedFor(one.when, reach));
    if (circle) {
      for (const one of circle) said.add(one);
      return [{ rule, path: "when", problem: circleInWords(circle) }];
    }
    return whyNever(rule.when, reach).map((problem) => ({ rule, path: "when", problem }));
  });
};

/** The others without whose end this one has none, each ended by "duty-done" of the next. */
const endsWith = (rule: Rule, { rules }: Profile): Rule[] => {
  if (rule.notice || rule.doneWhen || rule.notRequired.length > 0) return [];
  const others = rule.endedBy.map((e) =>
    e.action === "duty-done" ? rules.find((r) => r.duty === e.with?.duty && r !== rule) : undefined,
  );
  return others.includes(undefined) ? [] : others.flatMap((other) => other ?? []);
};

/** What would end the duty by itself, or make it unnecessary, and never comes. */
const neverSo = (rule: Rule, reach: Reach): Found[] =>
  conditionsOf(rule)
    .filter(({ path, condition }) => /^(doneWhen|notRequired)/.test(path) && !canHold(condition, reach))
    .flatMap(({ path, condition }) => whyNever(condition, reach).map((problem) => ({ rule, path, problem })));

const neverEnded = (reach: Reach): Found[] => {
  const { profile } = reach;
  const said = new Set<Rule>();
  return profile.rules.flatMap((rule): Found[] => {
    if (said.has(rule)) return [];
    const circle = circleFrom(rule, (one) => endsWith(one, profile));
    if (circle) {
      for (const one of circle) said.add(one);
      const chain = [...circle, rule].map(called).join(" ends with ");
      const problem = `ends in a circle: ${chain}, and nobody is asked to record any of them. Name in each what a person records to end it`;
      return [{ rule, path: "endedBy", problem }];
    }
    const dead = rule.endedBy.flatMap((e, i): Found[] => {
      const problem = neverDone(e, profile) ?? alwaysRefused(e, reach);
      return problem ? [{ rule, path: `endedBy.${i}`, problem: `can never be: ${problem}` }] : [];
    });
    return [...dead, ...neverSo(rule, reach)];
  });
};

/** Rules that wait for themselves or for each other, so that one of them never begins or never ends. */
export const circles = (profile: Profile): ProfileFault[] => {
  const reach = reachOf(profile);
  return [...neverBegun(reach), ...neverEnded(reach)].map(({ rule, path, problem }) => ({
    path: `rules.${profile.rules.indexOf(rule)}.${path}`,
    rule: rule.id,
    clause: rule.clause,
    problem,
  }));
};
