import type { Risk } from "../../../domain/compact/compact.ts";
import type { Lexicon } from "../words/lexicon.ts";

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
