import { plainWords } from "./plain-words.ts";

const found = "(?:found|located|returned|traced|recovered)";
const done = "(?:found|located|returned|traced|updated|cancelled)";
const thing =
  "(?:phone|mobile|handset|sim|bag|rucksack|bike|scooter|coat|jacket|clothing|clothes|shoes?|note|letter|diary|wallet|purse|keys?|passport|car|vehicle|laptop|tablet|belongings|property|weapon|knife|drugs|blood|cctv)";

/** Words that name a kind and do not say it: "not yet located", "if found", "phone found", "awaiting update". */
const denials = [
  `\\b(?:not|never|yet to be|un|nor|hasnt|havent|hadnt|wasnt|isnt|cannot be|cant be|couldnt be|could not be|unable to be|failed to be|until|unless|if|once|when|in case|to be|as soon as)(?: (?:yet|been|being|be|is|are|was|she|he|they|child|the|has|have|safely|subsequently)){0,4} ${done}\\b`,
  "\\bstill (?:missing|outstanding)\\b",
  `\\bno (?:trace|sign|evidence|body|result)s?(?: \\w+)? ${found}\\b`,
  `\\b(?:wrongly|incorrectly|mistakenly)(?: \\w+){0,2} ${found}\\b`,
  `\\bagain (?:after|since)(?: \\w+){0,2} ${found}\\b`,
  `\\b${thing}(?: (?:has|have|been|was|were|is|are|now|also)){0,3} ${found}\\b`,
  "\\b(?:last|awaiting|await|awaits|no|any|next|when|will be|to be|request(?:ed|ing)?|requires?|required|needs?|needed|pending|require an)(?: (?:an?|be|us|me|new|the|for|further)){0,3} (?:updates?|updated)\\b",
  "\\bupdates? (?:to follow|will follow|awaited|requested|required|needed|pending|due|when|us|me)\\b",
  "\\bsafe and well (?:check|visit|interview|questions?|return interview)",
];
const denied = new RegExp(denials.map((source) => `(?:${source})`).join("|"), "g");

/** Most subjects hold none of the words that can be denied, and looking for a denial costs most. */
const deniable = /found|locat|return|trac|recover|updat|cancel|still |safe and/;

/** What is asked of the reader, not told. */
const request = /\b(?:please|kindly)\b(?! (?:note|be aware|be advised|see|find|stand down)\b).*$/;
/** "Absent upgraded to missing" is missing, and the reverse. */
const replaced =
  /\babsen(?:t|ce)(?: \w+){0,3} (?:upgraded|escalated|changed|regraded|now)(?: to| as)? (?=missing)|\bmissing(?: \w+){0,3} (?:downgraded|changed|regraded|now)(?: to| as)? (?=absen)/g;

const choice =
  /\b(missing|absent|absence|found|located|returned|traced|update|cancelled)(?:\s*\/\s*(?:missing|absent|absence|found|located|returned|traced|update|cancelled)\b)+/gi;
const group = (word: string): string =>
  /^(?:found|located|returned|traced)$/.test(word) ? "found" : word.replace("absence", "absent");

/** "Missing/Absent Notification" is the name of a form for both; "Found/Located" says one thing twice. */
const withoutChoices = (text: string): string =>
  text.replace(choice, (words) =>
    new Set(
      words
        .toLowerCase()
        .split("/")
        .map((word) => group(word.trim())),
    ).size > 1
      ? " "
      : words,
  );

/** Plain words leave out what stands in brackets; "Missing Person Report (FOUND)" says it there. */
export const wordsOfTitle = (text: string): string =>
  plainWords(text.includes("(") ? text.replace(/[()]/g, " ") : text);

/** Of the words of a subject or heading those its writer stands by. */
export const assertedWords = (text: string, words: string): string => {
  const chosen = text.includes("/") ? withoutChoices(text) : text;
  const told = (chosen === text ? words : wordsOfTitle(chosen)).replace(request, "");
  return (deniable.test(told) ? told.replace(denied, " ") : told).replace(replaced, "");
};

export const anyOf = (sources: readonly string[], flags = "i"): RegExp =>
  new RegExp(sources.map((source) => `(?:${source})`).join("|"), flags);
const escaped = (phrase: string): string => phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export const standing = (phrases: readonly string[]): RegExp =>
  new RegExp(`(?:^| )(?:${phrases.map((phrase) => escaped(plainWords(phrase))).join("|")})(?= |$)`);

/** The plain words a text asserts if it holds any of the phrases, else nothing. A text is mostly asked for twice in a row. */
export const wordsHolding = (phrases: readonly string[]): ((text: string) => string) => {
  const any = standing(phrases);
  let last = "";
  let held = "";
  return (text) => {
    if (text === last) return held;
    last = text;
    const words = wordsOfTitle(text);
    held = any.test(words) ? assertedWords(text, words) : "";
    return held;
  };
};

export const phraseFinder = <K extends string>(
  phrases: Record<K, readonly string[]>,
  wordsOf: (text: string) => string,
): ((text: string) => ReadonlySet<K>) => {
  const finders = (Object.entries(phrases) as [K, readonly string[]][])
    .filter(([, list]) => list.length > 0)
    .map(([key, list]) => [key, standing(list)] as const);
  const none: ReadonlySet<K> = new Set();
  return (text) => {
    const words = wordsOf(text);
    if (!words) return none;
    return new Set(finders.filter(([, finder]) => finder.test(words)).map(([key]) => key));
  };
};
