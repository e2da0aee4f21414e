import type { Flag } from "../../../domain/compact/compact.ts";
import type { Pair } from "../forms/form.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { collapse } from "../words/plain-words.ts";
import { answerOf } from "./answers.ts";
import { deniedAfter, deniedBefore, type Marked, ofAnother, type Place } from "./denials.ts";
import type { ReadContext } from "./findings.ts";

type Mark = Place & { flag: Flag };

const longest = 50_000;
/** A mail that names more says it more than once. */
const mostMarks = 40;

export const sentencesOf = (text: string): string[] => text.split(/[;!\n]+|\.(?=\s|$)/);

/** By hand, for `matchAll` copies the pattern each time. */
const placesOf = (text: string, pattern: RegExp): Place[] => {
  const places: Place[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match && places.length < mostMarks; match = pattern.exec(text))
    places.push({ from: match.index, to: match.index + match[0].length });
  return places;
};

const marksIn = (text: string, flags: Lexicon["flags"]): Mark[] =>
  flags
    .flatMap(([flag, pattern]) => placesOf(text, pattern).map((place) => ({ flag, ...place })))
    .sort((a, b) => a.from - b.from);

const asserts = (sentence: Marked, mark: Mark): boolean =>
  !deniedBefore(sentence, mark) && !deniedAfter(sentence, mark) && !ofAnother(sentence.text, mark);

/**
 * What the words of a report say applies to the child. Only a clear denial counts against a word: a flag suggests
 * something to a person, and one that is missed may do harm.
 */
export const flagsIn = (texts: readonly string[], lexicon: Lexicon): Flag[] => {
  const all = texts.join("\n").slice(0, longest);
  if (!lexicon.mayFlag(all)) return [];
  const raised = new Set<Flag>();
  for (const text of sentencesOf(all)) {
    if (!lexicon.mayFlag(text)) continue;
    const marks = marksIn(text, lexicon.flags);
    for (const mark of marks)
      if (!raised.has(mark.flag) && asserts({ text, marks }, mark)) raised.add(mark.flag);
  }
  return lexicon.flags.map(([flag]) => flag).filter((flag) => raised.has(flag));
};

type Outcome = { said?: Record<string, unknown>; reason?: string };

const negative =
  /^\W*(?:no|not(?! (?:ruled|only)\b)|nil|none|nothing|never|neither|negative|denie[sd]|ruled out|n)\b/i;

/** "CSE: Yes" is a warning named by its label; "CSE: No" is none, unless more is said after it. */
export const readMarker = ({ label, value }: Pair, { lexicon }: ReadContext): Outcome => {
  const answer = answerOf(value, lexicon);
  const denied = answer === "no" || negative.test(value);
  if ((denied || answer === "not stated") && flagsIn([value], lexicon).length === 0) return { said: {} };
  const bare = answer === "yes" && !/\p{L}{4}/u.test(value);
  return { said: { warnings: [bare ? label : `${label}: ${collapse(value)}`] } };
};

/** A label nobody knows that names a flag is a marker where it is answered yes. */
export const isMarked = ({ label, value }: Pair, { lexicon }: ReadContext): boolean =>
  value.length < 40 && lexicon.mayFlag(label) && answerOf(value, lexicon) === "yes";

const denial = /\b(?:no|not|nil|none|never|denie[sd]|denying|without|negative|nothing)\b/i;

const isList = (part: string): boolean =>
  part.includes(",") && part.split(",").every((one) => one.trim().split(/\s+/).length <= 3);

/** "CSE, CCE" are two warnings; what holds a denial stays whole, for a "no" may reach over its commas. */
export const readWarnings = (value: string): Outcome => ({
  said: {
    warnings: value
      .split(/[;\n]/)
      .flatMap((part) =>
        denial.test(part) ? [part] : part.split(isList(part) ? "," : /,\s*(?=[A-Z]{2,}\b)/),
      )
      .map(collapse)
      .filter(Boolean),
  },
});
