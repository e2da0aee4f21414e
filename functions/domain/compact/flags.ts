import type { Lexicon } from "./lexicon.ts";
import type { Flag } from "./types.ts";

const negative =
  /\b(?:no|not|nil|none|never|without|denie[sd]|negative|nothing|neither|does not|unaware|ruled out|no longer|n\/k|not known)\b/i;
const negatedList = /^\W*(?:no|nil|not|neither|denies|without)\b[^.;]*\b(?:or|nor)\b/i;
// "believed" or "thought" to be somewhere is what with-family looks for, so only the words before a match can deny it.
const deniedAfter =
  /^\W*(?:is |was |has been )?(?:ruled out|not (?:known|suspected|believed)|unlikely|none|nil|no\b|negative|denied)/i;

/** Commas divide unless the clause begins "no … or …", where one "no" covers the whole list. */
const clausesOf = (text: string): string[] =>
  text
    .split(/[.;\n]+|\bbut\b|\bhowever\b/i)
    .flatMap((sentence) => (negatedList.test(sentence) ? [sentence] : sentence.split(/,/)));

const asserts = (clause: string, pattern: RegExp): boolean => {
  const match = pattern.exec(clause);
  if (!match) return false;
  // "Does not want to return" is itself the flag: its own "not" does not deny it.
  return (
    !negative.test(clause.slice(0, match.index)) &&
    !deniedAfter.test(clause.slice(match.index + match[0].length))
  );
};

/** What the words of a report say applies to the child. "No known self-harm" says it does not. */
export const flagsIn = (texts: readonly string[], lexicon: Lexicon): Flag[] => {
  const all = texts.join("\n").slice(0, 50_000);
  if (!lexicon.mayFlag(all)) return [];
  const named = lexicon.flags.filter(([, pattern]) => pattern.test(all));
  const clauses = clausesOf(all);
  return named
    .filter(([, pattern]) => clauses.some((clause) => asserts(clause, pattern)))
    .map(([flag]) => flag);
};
