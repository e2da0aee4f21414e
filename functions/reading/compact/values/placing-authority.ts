import type { Lexicon } from "../words/lexicon.ts";
import { plainWords } from "../words/plain-words.ts";

const authority =
  /\b(?:council|borough|authority|county|city|unitary|children['’]?s (?:services|trust)|social services)\b/i;
/** A hyphen without spaces belongs to a name: "Stoke-on-Trent". */
const divider = /[–—;,/():]|\s-|-\s/g;
/** "Not known to Derby City Council" names no authority that placed the child. */
const denied = /\b(?:not|no|never|known to|aware|informed|until|previous(?:ly)?|former(?:ly)?)\b/i;
const leadIn =
  /^(?:(?:yes|y|in|the|care|looked|after|child|lac|cla|placed|accommodated|under|subject|order|full|interim|section|s?\.?\d+|responsibility)\s+)*(?:of|by|to|with)\s+(?:the\s+)?(?=\p{Lu})/iu;

/** Longer than any answer: a paragraph under the wrong label. */
const longest = 300;

const isStatus = (part: string, lexicon: Lexicon): boolean => {
  const words = plainWords(part);
  return (
    words === "" ||
    lexicon.isYes(part) ||
    lexicon.careStatuses.some(([, phrases]) => phrases.includes(words)) ||
    (/^\p{Ll}/u.test(part) && !authority.test(part))
  );
};

/** The authority named after the answer and the kind of order: "Yes, full care order, Derby City Council". */
export const placedBy = (value: string, lexicon: Lexicon): string | undefined => {
  if (value.length > longest || !authority.test(value) || denied.test(value)) return undefined;
  let from = 0;
  let end = value.length;
  for (const mark of value.matchAll(divider)) {
    const part = value.slice(from, mark.index);
    if (isStatus(part.trim(), lexicon)) from = mark.index + mark[0].length;
    else if (authority.test(part)) {
      end = mark.index;
      break;
    }
  }
  const name = value.slice(from, end).trim().replace(leadIn, "");
  return authority.test(name) && /^\p{Lu}/u.test(name) ? name : undefined;
};
