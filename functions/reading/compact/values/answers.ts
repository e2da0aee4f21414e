import type { Lexicon } from "../words/lexicon.ts";
import { plainWords } from "../words/plain-words.ts";

export type Answer = "yes" | "no" | "not stated" | undefined;

/** Both answers printed and neither chosen. */
const unfilled =
  /^(?:(?:yes|y) (?:or )?(?:no|n)|(?:no|n) (?:or )?(?:yes|y))(?: (?:delete|circle|tick|select|please)\b.*)?$/;
const unknown =
  /^(?:n k|nk|n a|na|unknown|unk|tbc|tba|unsure|not (?:known|yet|stated|recorded|confirmed|checked|sure|applicable|provided|available)|no (?:info|information|record|records|details?|data)|to be (?:confirmed|checked|advised)|awaiting|awaited)\b/;
const yesMarks = /^\s*(?:[✓✔☑☒✅]|\[\s*[xX✓✔]\s*\])/u;
const noMarks = /^\s*(?:[✗✘☐❌]|\[\s*\]|0\s*$)/u;
const divider = /[\s,;:.(–—-]/;

/** What a yes or no at the head of a value says; a form left as printed says nothing. */
export const answerOf = (value: string, lexicon: Lexicon): Answer => {
  if (lexicon.isYes(value)) return "yes";
  if (lexicon.isNo(value)) return "no";
  const words = plainWords(value.slice(0, 80));
  if (unfilled.test(words) || unknown.test(words)) return "not stated";
  const first = value.split(divider, 1)[0] ?? "";
  if (lexicon.isYes(first) || yesMarks.test(value)) return "yes";
  return lexicon.isNo(first) || noMarks.test(value) ? "no" : undefined;
};
