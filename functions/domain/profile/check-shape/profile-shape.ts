import type * as z from "zod";
import { nearest } from "../../shape/nearest.ts";
import { type ShapeFault, shapeFaults } from "../../shape/shape-faults.ts";
import type { ProfileFault } from "../check/fault.ts";
import { profileSchema } from "../profile.ts";
import { doubledConditions } from "./doubled-conditions.ts";
import { withHint } from "./field-hints.ts";

const isRuleId = (value: unknown): boolean => typeof value === "string" && /^[A-Z]{3}-\d\d$/.test(value);
const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** Rule and clause of the entry a path leads into, where it has them, under whatever name. */
const clauseAt = (raw: unknown, [list, index]: readonly PropertyKey[]) => {
  const entry = (raw as Record<string, Record<string, unknown>[]> | null)?.[String(list)]?.[Number(index)];
  if (typeof entry !== "object" || entry === null) return {};
  const rule = textOf(entry.id) ?? textOf(Object.values(entry).find(isRuleId));
  const clause = textOf(entry.clause) ?? textOf(entry[nearest("clause", Object.keys(entry)) ?? ""]);
  return { ...(rule ? { rule } : {}), ...(clause ? { clause } : {}) };
};

/** Where a profile has not the right shape. Two conditions in one { } are said as such, not field by field. */
export const profileShapeFaults = (raw: unknown, error: z.ZodError): ShapeFault[] => {
  const doubled = doubledConditions(raw);
  const starts = doubled.map(({ path }) => path.join("."));
  const within = ({ path }: ShapeFault): boolean =>
    starts.some((start) => `${path.join(".")}.`.startsWith(`${start}.`));
  const others = shapeFaults(error, raw).filter((fault) => !within(fault));
  return [...doubled, ...others.map((fault) => withHint(fault, profileSchema, raw))];
};

export const placed =
  (raw: unknown) =>
  ({ path, problem }: ShapeFault): ProfileFault => ({
    path: path.join("."),
    ...clauseAt(raw, path),
    problem,
  });
