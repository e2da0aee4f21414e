import type { Risk } from "../../../domain/compact/compact.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { plainWords } from "../words/plain-words.ts";
import type { Findings, ReadContext } from "./findings.ts";

/** `now` and `before` are said of a grade that replaces another; `unsure` is one not given, or not yet. */
export type Grade = { risk: Risk; said: "plainly" | "now" | "before" | "unsure" };

const longest = 1_000;
const dotted = /\b([a-z])\.(?=[a-z]\b)/g;
const token = /[\p{L}\p{N}]+|->|=>|[→>?]|[^\p{L}\p{N}\s'’"*_~]/gu;
const arrows = new Set(["→", "->", "=>", ">"]);

/** Words, arrows and question marks; whatever else divides is a comma. */
const tokensOf = (value: string): string[] =>
  (value.slice(0, longest).toLowerCase().replace(dotted, "$1").match(token) ?? []).map((one) =>
    arrows.has(one) ? "→" : one === "?" || /[\p{L}\p{N}]/u.test(one) ? one : ",",
  );

const moved =
  "(?:raised|increased|reduced|lowered|upgraded|downgraded|escalated|changed|amended|revised|regraded|reassessed|reviewed|moved)(?: risk)?(?: level| grading)?";
const now = new RegExp(
  `(?:→|\\bnow(?: at| a| graded| assessed as)?|\\bcurrent(?:ly)?|\\b${moved}(?: (?:to|as|up to|down to))?)$`,
);
const change = new RegExp(`→|\\bfrom\\b|\\bwas\\b|\\b${moved}\\b`);
const before =
  /\b(?:was|were|from|previous(?:ly)?|former(?:ly)?|initial(?:ly)?|original(?:ly)?|old|no longer)(?: risk| level| a| at| graded| assessed)*$/;
const unsure =
  /\b(?:not|never|nor|if|unless|until|may|might|could|would|will|should|likely|possibl[ey]|consider(?:ed|ing)?|to be)\b/;
const given =
  /\b(?:graded|assessed|rated|classed|categori[sz]ed|deemed|remains?|still|stays|level|grading|risk)(?: as| is| at)?$/;

/** What may follow a grade that opens a clause: anything else makes "low mood" or "high street" of it. */
const goesOn = new Set(
  "risk overnight tonight today tomorrow at after until for since by if when during due because as on only later again level grade graded see".split(
    " ",
  ),
);

type Place = { tokens: readonly string[]; at: number; end: number; from: number };

const saidOf = ({ tokens, at, end, from }: Place): Grade["said"] | undefined => {
  const lead = tokens.slice(from, at);
  const clause = lead.slice(lead.lastIndexOf(",") + 1).join(" ");
  const next = tokens[end];
  if (next === "?") return "unsure";
  if (before.test(clause)) return "before";
  const isNew = now.test(clause) || (/\bto$/.test(clause) && change.test(tokens.slice(0, at).join(" ")));
  if (isNew) return unsure.test(clause) ? "unsure" : "now";
  if (/\b(?:not|never)(?: a| at)?$/.test(clause)) return "unsure";
  const opens = lead.length === 0 || clause === "";
  const closes = next === undefined || next === "," || next === "→" || goesOn.has(next);
  if (at === 0 || next === "risk" || given.test(clause) || (opens && closes) || clause === "to")
    return "plainly";
  return undefined;
};

const longestName = 4;

/** Every grade a value names, in its order. "Medium build" and "Insp Low" name none. */
export const gradesIn = (value: string, lexicon: Lexicon): Grade[] => {
  const tokens = tokensOf(value);
  const grades: Grade[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    for (let length = longestName; length > 0; length -= 1) {
      const risk = lexicon.riskOf(tokens.slice(at, at + length).join(" "));
      if (!risk) continue;
      const end = at + length;
      const said = saidOf({ tokens, at, end, from });
      // One letter is a grade only where it is all there is before a divider.
      const letter = length === 1 && tokens[at]?.length === 1;
      if (said && !(letter && (at > 0 || (tokens[end] ?? ",") !== ","))) grades.push({ risk, said });
      from = end;
      at = end - 1;
      break;
    }
  }
  return grades;
};

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
