import type { Amount } from "../../calendar/deadline.ts";
import type { Condition } from "../condition.ts";
import { conditionsOf } from "../condition-places.ts";
import { longest } from "../length.ts";
import { partsAt } from "../parts.ts";
import type { Profile } from "../profile.ts";
import type { Rule } from "../rule.ts";

type Found = { path: string; problem: string };

const names = { h: "hours", d: "days", wk: "weeks", wd: "working days" } as const;

const ofAmount = ({ amount, unit, at }: Amount, path: string): Found[] => {
  if (unit === "h" && at !== undefined)
    return [
      { path, problem: "hours end when they are over: give a time of day with days, working days or weeks" },
    ];
  if (Math.abs(amount) > longest[unit])
    return [{ path, problem: `${amount} ${names[unit]} are more than twenty years: a slip of the unit?` }];
  // Days are counted on the calendar, which knows no half ones.
  if (unit !== "h" && !Number.isInteger(amount)) {
    const hours = unit === "d" ? `: write ${amount * 24} with the unit "h"` : "";
    return [{ path, problem: `${amount} ${names[unit]} have to be whole${hours}` }];
  }
  return [];
};

const aboveZero = (given: Amount | undefined, path: string): Found[] => {
  if (given === undefined) return [];
  return given.amount > 0 ? ofAmount(given, path) : [{ path, problem: "has to be an amount above zero" }];
};

const ofCondition = (condition: Condition, path: string): Found[] => {
  if ("missingLongerThan" in condition)
    return aboveZero(condition.missingLongerThan, `${path}.missingLongerThan`);
  if ("episodes" in condition) return aboveZero(condition.episodes.within, `${path}.episodes.within`);
  if ("unmet" in condition) return ofAmount(condition.unmet.by, `${path}.unmet.by`);
  if ("elapsed" in condition)
    return [
      ...aboveZero(condition.elapsed.over, `${path}.elapsed.over`),
      ...aboveZero(condition.elapsed.under, `${path}.elapsed.under`),
    ];
  return [];
};

const ofRule = (rule: Rule): Found[] => [
  ...conditionsOf(rule).flatMap((whole) =>
    partsAt(whole.condition, whole.path).flatMap(({ condition, path }) => ofCondition(condition, path)),
  ),
  ...rule.due.flatMap((due, i) =>
    due.amount < 0
      ? [{ path: `due.${i}.amount`, problem: `a limit before what it counts from: leave out the "-"` }]
      : ofAmount(due, `due.${i}`),
  ),
  ...rule.rungs.flatMap((rung, i) => [
    ...(rung.from === "created" && rung.amount < 0
      ? [{ path: `rungs.${i}.amount`, problem: 'a mail before the duty begins: count it from "due"' }]
      : ofAmount(rung, `rungs.${i}`)),
    ...(rung.every && rung.every.amount > 0 ? ofAmount(rung.every, `rungs.${i}.every`) : []),
  ]),
];

/** Amounts of time that no calendar can count, or that are not meant: at a deadline's hour it would be too late. */
export const faultsOfAmounts = ({ rules, guards, permittedContacts }: Profile) => [
  ...rules.flatMap((rule, i) =>
    ofRule(rule).map(({ path, problem }) => ({
      path: `rules.${i}.${path}`,
      rule: rule.id,
      clause: rule.clause,
      problem,
    })),
  ),
  ...guards.flatMap((guard, i) =>
    partsAt(guard.refuseWhen, `guards.${i}.refuseWhen`).flatMap(({ condition, path }) =>
      ofCondition(condition, path).map((found) => ({ ...found, rule: guard.id, clause: guard.clause })),
    ),
  ),
  ...permittedContacts.flatMap((contact, i) =>
    partsAt(contact.when, `permittedContacts.${i}.when`).flatMap(({ condition, path }) =>
      ofCondition(condition, path).map((found) => ({ ...found, clause: contact.clause })),
    ),
  ),
];
