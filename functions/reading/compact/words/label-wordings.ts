import { plainWords } from "./plain-words.ts";

const smallWords = new Set(["of", "the", "and", "please", "state", "specify"]);
const sameWord: Record<string, string> = {
  number: "no",
  num: "no",
  nos: "no",
  numbers: "no",
  reference: "ref",
  identifier: "id",
  telephone: "phone",
  tel: "phone",
};

export const normaliseLabel = (label: string): string => {
  const plain = plainWords(label);
  const telling = plain
    .split(" ")
    .filter((word) => !smallWords.has(word))
    .map((word) => (Object.hasOwn(sameWord, word) ? (sameWord[word] as string) : word))
    .join(" ");
  // "State" is a small word in "please state" and a label where it stands alone.
  return telling || plain;
};

const leading =
  /^(?:is )?(?:(?:missing|young) )?(?:childs?|childrens?|persons?|subjects?|mispers?|mps?|yps?) (?=\S)/;
const trailing = / (?:(?:missing|young) )?(?:child|person|subject|misper|mp|yp)$/;
const ofSubject = /\bof\W(?:the\W)?(?:(?:missing|young)\W)?(?:child|person|subject|misper|mp|yp)\W*$/i;
const within =
  /(?<=\S) (?:(?:missing|young) )?(?:child|person|subject|misper|mp|yp) (?:(?:was|is|were) )?(?=\S)/;
const figure = /^\d+ /;
/** "LAC Y/N", as a form prints the two answers. */
const answers = / (?:y n|yes no)$/;
/** "Risk as of 15/11". */
const asOf = /^(.*\brisk(?: \w+)?) (?:as at|as|at|on)(?: \d+)+$/;

/** "Missing Since (previous episode)" asks about another time. */
const another = /\((?:previous|last|earlier|former)\b/i;

/** What a label may say in plain words once the child it is about, a number or the printed answers are left out. */
export const otherWordings = (key: string, label: string): string[] => {
  if (another.test(label)) return [];
  const first = key.charCodeAt(0);
  const words = first >= 48 && first <= 57 ? key.replace(figure, "") : key;
  const open = words.endsWith(" n") || words.endsWith(" yes no") ? words.replace(answers, "") : words;
  const wordings = open === key ? [] : [open];
  const bare = open.replace(leading, "");
  if (bare !== open) wordings.push(bare);
  if (trailing.test(open) && ofSubject.test(label)) wordings.push(open.replace(trailing, ""));
  else if (within.test(open)) wordings.push(open.replace(within, " "));
  if (asOf.test(open)) wordings.push(open.replace(asOf, "$1"));
  return wordings;
};
