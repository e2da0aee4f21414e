import type { Condition } from "./condition.ts";

/** The condition and every condition inside it. */
export const partsOf = (condition: Condition): Condition[] => {
  if ("not" in condition) return [condition, ...partsOf(condition.not)];
  if ("all" in condition) return [condition, ...condition.all.flatMap(partsOf)];
  if ("any" in condition) return [condition, ...condition.any.flatMap(partsOf)];
  if ("unmet" in condition) return [condition, ...partsOf(condition.unmet.condition)];
  return [condition];
};

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
