import type { Compact } from "../compact/compact.ts";
import type { Condition } from "../profile/condition.ts";
import { valueAt } from "../value-at.ts";

/**
 * How a fact that nobody stated is taken. Left out, a condition holds only where it certainly does, and so does its
 * opposite; `as` takes the unknown fact for what would make the condition hold, or not (ALL-07). `of`: only this fact.
 */
export type Unknown = { of?: string; as: boolean; rest: boolean };

export const certainly: Unknown = { as: false, rest: false };

/** What is asked of a fact inside "not" is asked the other way round. */
export const turned = ({ as, rest, ...of }: Unknown): Unknown => ({ ...of, as: !as, rest: !rest });

/** What a person can say where the police do not; of anything else a report's silence is all there is. */
export const sayable: readonly string[] = ["careStatus", "childProtectionPlan", "placementType"];

export const isSayable = (fact: string): boolean => sayable.includes(fact);

/** The fact on which a condition turns, where nobody stated it. */
export const unknownFact = (condition: Condition, facts: Partial<Compact>): string | undefined => {
  if ("care" in condition) return facts.careStatus === undefined ? "careStatus" : undefined;
  if (!("fact" in condition) || (condition.is === undefined && condition.contains === undefined))
    return undefined;
  return isSayable(condition.fact) && valueAt(facts, condition.fact) === undefined
    ? condition.fact
    : undefined;
};

export const takenAs = (fact: string, { of, as, rest }: Unknown): boolean =>
  of === undefined || of === fact ? as : rest;
