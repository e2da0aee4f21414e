import type { Flag } from "../../../domain/compact/compact.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { deniedAfter, deniedBefore, type Marked, type Place } from "./denials.ts";
import { ofAnother } from "./of-another.ts";

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
