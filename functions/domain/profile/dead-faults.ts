import type * as z from "zod";
import { compactSchema } from "../compact/compact-schema.ts";
import { actionNameSchema } from "../episode/action-names.ts";
import type { Condition } from "./condition.ts";
import { partsOf, same } from "./parts.ts";
import type { Profile } from "./profile.ts";
import { neverRecorded } from "./recorded-faults.ts";

const factNames = Object.keys((compactSchema as unknown as z.ZodObject).shape);

const choices = ["status", "care", "risk"] as const;

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

const ofOne = (condition: Condition, profile: Profile): string[] => {
  const duties = profile.rules.map((r) => r.duty);
  const recordedNever = (action: string, wanted: Readonly<Record<string, unknown>> | undefined): string[] =>
    neverRecorded({ action: actionNameSchema.parse(action), with: wanted }, duties);
  if ("all" in condition) return contradictions(condition.all);
  if ("fact" in condition) {
    const name = condition.fact.split(".")[0] ?? "";
    return factNames.includes(name) ? [] : [`a compact has no "${name}"`];
  }
  if ("told" in condition)
    return duties.includes(condition.told) ? [] : [`no duty is called "${condition.told}"`];
  if ("recorded" in condition) return recordedNever(condition.recorded, condition.with);
  if ("lastRecorded" in condition) return recordedNever(condition.lastRecorded, condition.with);
  return [];
};

/** These speak of an action at hand, so nothing but a guard can ever answer them. */
const forGuards = (condition: Condition): string[] =>
  ["data", "after", "outsideStaff", "sectionsEmpty"]
    .filter((key) => key in condition)
    .map((key) => `"${key}" is asked in a guard only`);

/** Why a condition can never hold, or never hold as it is meant. */
export const neverHolds = (condition: Condition, profile: Profile, inGuard = false): string[] =>
  partsOf(condition).flatMap((c) => [...ofOne(c, profile), ...(inGuard ? [] : forGuards(c))]);
