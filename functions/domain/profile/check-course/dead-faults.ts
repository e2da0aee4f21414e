import { flags } from "../../compact/compact.ts";
import { isSayable, sayable } from "../../condition/unknown.ts";
import { actionNameSchema } from "../../episode/action-names.ts";
import { meantOrOneOf } from "../check/did-you-mean.ts";
import { faultsOfFact } from "../check/fact-faults.ts";
import { neverRecorded } from "../check/recorded-faults.ts";
import type { Condition } from "../condition.ts";
import { partsAt, same } from "../parts.ts";
import type { Profile } from "../profile.ts";
import { elapsedNever } from "./elapsed-faults.ts";
import { toldNever } from "./told-faults.ts";

const choices = ["status", "care", "risk"] as const;
const lists = [...choices, "compact", "concern", "flag", "sectionsEmpty"] as const;

/** Of each choice that several conditions make, nothing is left: no child is both. */
const contradictions = (all: readonly Condition[]): string[] => {
  const twice = choices.flatMap((key) => {
    const lists = all.flatMap((c) => (key in c ? [(c as Record<string, string[]>)[key] ?? []] : []));
    const left = lists.reduce((some, list) => some.filter((value) => list.includes(value)), lists[0] ?? []);
    return lists.length > 0 && left.length === 0 ? [`no ${key} fits all of its conditions`] : [];
  });
  const denied = all.some((c) => "not" in c && all.some((other) => same(other, c.not)));
  return [...twice, ...(denied ? ["asks for a condition and its opposite"] : [])];
};

/** A list of which one entry is enough needs one. */
const emptyLists = (condition: Condition): string[] =>
  lists
    .filter((key) => {
      const value = (condition as Partial<Record<string, unknown>>)[key];
      return Array.isArray(value) && value.length === 0;
    })
    .map((key) => `"${key}" names nothing: write which, as in { ${key}: [ … ] }`);

/** Whoever is asked for it would find no field to say it in, and be asked for ever (ALL-07). */
const askedOfNobody = (fact: string): string[] => {
  const faults = faultsOfFact({ fact });
  if (faults.length > 0 || isSayable(fact)) return faults;
  return [
    `nobody can state "${fact}" where the police do not, so whoever is asked is asked for ever; what a person can state is ${sayable.join(", ")}: ask for one of these, or let the rule turn on something a person records`,
  ];
};

const ofOne = (condition: Condition, profile: Profile): string[] => {
  const duties = profile.rules.map((r) => r.duty);
  const recordedNever = (action: string, wanted: Readonly<Record<string, unknown>> | undefined): string[] =>
    neverRecorded({ action: actionNameSchema.parse(action), with: wanted }, duties);
  if ("all" in condition) return contradictions(condition.all);
  if ("fact" in condition) return faultsOfFact(condition);
  if ("undecided" in condition) return askedOfNobody(condition.undecided);
  if ("told" in condition) return toldNever(condition.told, profile);
  if ("recorded" in condition) return recordedNever(condition.recorded, condition.with);
  if ("lastRecorded" in condition) return recordedNever(condition.lastRecorded, condition.with);
  if ("elapsed" in condition) return elapsedNever(condition.elapsed);
  if (
    "attemptsShortOf" in condition &&
    condition.attemptsShortOf.calls + condition.attemptsShortOf.texts === 0
  )
    return ["no attempt is asked for, so none is ever short: write how many calls or texts"];
  if ("flag" in condition)
    return condition.flag
      .filter((one) => !(flags as readonly string[]).includes(one))
      .map((one) => `no report has the flag "${one}"${meantOrOneOf(one, flags)}`);
  return [];
};

/** These speak of an action at hand, so nothing but a guard can ever answer them. */
const forGuards = (condition: Condition): string[] =>
  ["data", "after", "outsideStaff", "signedBy", "sectionsEmpty"]
    .filter((key) => key in condition)
    .map((key) => `"${key}" is asked in a guard only`);

export type Never = { path: string; problem: string };

/** Why a condition can never hold, or never hold as it is meant, and at which part of it. */
export const neverHolds = (
  whole: Condition,
  { at, profile, inGuard = false }: { at: string; profile: Profile; inGuard?: boolean },
): Never[] =>
  partsAt(whole, at).flatMap(({ path, condition }) =>
    [...emptyLists(condition), ...ofOne(condition, profile), ...(inGuard ? [] : forGuards(condition))].map(
      (problem) => ({ path, problem: `can never be: ${problem}` }),
    ),
  );
