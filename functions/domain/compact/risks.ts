import { type Grade, gradesIn } from "./grades.ts";
import { plainWords } from "./lexicon.ts";
import type { ReadContext } from "./read-context.ts";
import type { Risk } from "./types.ts";

/** The one grade said so, else nothing: two that differ are for a person. */
const only = (grades: readonly Grade[], said: Grade["said"]): Risk | undefined => {
  const named = new Set(grades.filter((grade) => grade.said === said).map(({ risk }) => risk));
  const [risk] = named;
  return named.size === 1 ? risk : undefined;
};

/** Of "raised from medium to high" the new grade. What stands plainly after it is a second opinion, not an old grade. */
const decide = (grades: readonly Grade[]): Risk | undefined => {
  if (grades.some(({ said }) => said === "unsure")) return undefined;
  const from = grades.findIndex(({ said }) => said === "now");
  if (from < 0) return only(grades, "plainly");
  const risk = only(grades, "now");
  const after = grades.slice(from).filter(({ said }) => said !== "before");
  return after.every((grade) => grade.risk === risk) ? risk : undefined;
};

/** "High – county lines" gives a grade, "Medium → High" the new one; "Medium/High" gives none. */
export const readRisk = (
  value: string,
  { lexicon }: ReadContext,
): { said?: Record<string, unknown>; reason?: string } => {
  // Plain words lose what stands in brackets, and "High (Medium)" is not high.
  const risk =
    (value.includes("(") ? undefined : lexicon.riskOf(plainWords(value))) ?? decide(gradesIn(value, lexicon));
  return risk ? { said: { risk } } : { reason: "unknown-risk" };
};
