import type { Condition } from "../condition.ts";
import { partsOf } from "../parts.ts";
import type { Profile } from "../profile.ts";
import type { Rule } from "../rule.ts";
import { askersOf, type Wanted } from "./asked-for.ts";
import { actionOf, canBeRecorded, type Reach } from "./reach.ts";

/** The records a condition waits for. */
export const recordsIn = (condition: Condition): Wanted[] =>
  partsOf(condition).flatMap((c): Wanted[] => {
    if ("recorded" in c) return [{ action: c.recorded, with: c.with }];
    if ("lastRecorded" in c) return [{ action: c.lastRecorded, with: c.with }];
    if (!("elapsed" in c)) return [];
    return [c.elapsed.from, c.elapsed.to].flatMap((anchor) => {
      const action = actionOf[anchor];
      return action ? [{ action }] : [];
    });
  });

const guardedBy = ({ action }: Wanted, { guards }: Profile): Wanted[] =>
  guards.filter((g) => g.actions.some((a) => a === action)).flatMap((g) => recordsIn(g.refuseWhen));

/** The duties that would have to begin first, and as things stand never do. */
export const waitedFor = (condition: Condition, reach: Reach): Rule[] => {
  const { profile } = reach;
  const records = recordsIn(condition).filter((one) => !canBeRecorded(one, reach));
  const all = [...records, ...records.flatMap((one) => guardedBy(one, profile))];
  const told = partsOf(condition).flatMap((c) => ("told" in c ? [c.told] : []));
  const rules = [
    ...all.flatMap((one) => askersOf(one, profile) ?? []),
    ...profile.rules.filter((rule) => told.includes(rule.duty)),
  ];
  return [...new Set(rules)].filter((rule) => !reach.duties.has(rule.duty));
};

/** The shortest way on that comes back to where it begins; undefined where there is none. */
export const circleFrom = (start: Rule, next: (rule: Rule) => Rule[]): Rule[] | undefined => {
  const ways: Rule[][] = [[start]];
  const seen = new Set<Rule>();
  for (const way of ways)
    for (const rule of next(way.at(-1) ?? start)) {
      if (rule === start) return way;
      if (seen.has(rule)) continue;
      seen.add(rule);
      ways.push([...way, rule]);
    }
  return undefined;
};

export const called = ({ id, duty }: Rule): string => `"${duty}" (${id})`;

/** Why "duty-done" of a duty is a record that nobody makes; undefined where somebody is asked for it. */
export const neverDone = (wanted: Wanted, profile: Profile): string | undefined => {
  const rule = profile.rules.find((r) => r.duty === wanted.with?.duty);
  if (wanted.action !== "duty-done" || !rule || askersOf(wanted, profile)?.length !== 0) return undefined;
  const ends = rule.endedBy.flatMap(({ action }) => (action === "duty-done" ? [] : [`"${action}"`]));
  const instead =
    ends.length > 0
      ? `it ends with ${ends.join(" or ")}, so name that`
      : 'put "duty-done" of it in its own endedBy';
  return `nobody is asked to record ${called(rule)} as done: ${instead}`;
};

/** A record that guards refuse whatever is done. */
export const alwaysRefused = ({ action }: Wanted, { actions, profile }: Reach): string | undefined => {
  if (actions.has(action)) return undefined;
  const guard = profile.guards.find((g) => g.actions.some((a) => a === action));
  const by = guard ? `${guard.id} (clause ${guard.clause})` : "a guard";
  return `${by} refuses "${action}" for ever: let what it waits for be possible before it`;
};
