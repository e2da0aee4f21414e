import type { Risk } from "../../../domain/compact/compact.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { plainWords } from "../words/plain-words.ts";
import type { Findings } from "./findings.ts";
import { type Grade, gradesIn } from "./grades.ts";
import type { ReadContext } from "./read-context.ts";

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
  const name = value.length < 40 && !value.includes("(") ? lexicon.riskOf(plainWords(value)) : undefined;
  const risk = name ?? decide(gradesIn(value, lexicon));
  return risk ? { said: { risk } } : { reason: "unknown-risk" };
};

/** The grade a heading such as "Risk Change: High" gives. */
export const riskSaidIn = (heading: string, lexicon: Lexicon): Risk | undefined =>
  /\brisk\b/i.test(heading) ? decide(gradesIn(heading, lexicon)) : undefined;

/** "Risk of harm", "at risk" and "CSE risk" grade something else than the child's being missing. */
const ofSomething = /\brisk (?:of|to|from)\b|\bat risk\b/;

type Labelled = { label: string; value: string };

const riskUnder = ({ label, value }: Labelled, lexicon: Lexicon): Risk | undefined => {
  const words = value.length < 40 && /risk/i.test(label) ? plainWords(label) : "";
  if (!/\brisk\b/.test(words) || ofSomething.test(words) || lexicon.mayFlag(label)) return undefined;
  return lexicon.riskOf(plainWords(value).replace(/(?<=.) risk$/, "")) ?? lexicon.riskOf(plainWords(value));
};

/** A risk under a label nobody knows may well be the current one: where it differs from the one read a person looks. */
export const otherRiskReason = ({ found, unrecognised }: Findings, { lexicon }: ReadContext): string[] => {
  if (unrecognised.length === 0) return [];
  const [chosen] = found.filter(({ key }) => key === "risk").toSorted((a, b) => b.rank - a.rank);
  const differs = unrecognised.some((pair) => (riskUnder(pair, lexicon) ?? chosen?.value) !== chosen?.value);
  return chosen && differs ? ["conflicting-values:risk"] : [];
};
