import type { Condition } from "./condition.ts";

/** A condition and where it stands: "when.all.1". */
export type Placed = { path: string; condition: Condition };

/** The condition and every condition inside it, each with its path. */
export const partsAt = (condition: Condition, path: string): Placed[] => {
  const inside = (list: readonly Condition[], key: string) =>
    list.flatMap((one, i) => partsAt(one, `${path}.${key}.${i}`));
  const own = { path, condition };
  if ("not" in condition) return [own, ...partsAt(condition.not, `${path}.not`)];
  if ("all" in condition) return [own, ...inside(condition.all, "all")];
  if ("any" in condition) return [own, ...inside(condition.any, "any")];
  if ("unmet" in condition) return [own, ...partsAt(condition.unmet.condition, `${path}.unmet.condition`)];
  return [own];
};

/** The condition and every condition inside it. */
export const partsOf = (condition: Condition): Condition[] =>
  partsAt(condition, "").map((one) => one.condition);

/** What has to hold, each by itself, for the condition to hold. */
export const conjunctsOf = (condition: Condition): Condition[] =>
  "all" in condition ? condition.all.flatMap(conjunctsOf) : [condition];

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
