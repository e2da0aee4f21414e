import type { Flag } from "../../../domain/compact/compact.ts";

/** What a person is or has: said of a relative it is the relative's. Abuse at home, and exploitation, are the child's too. */
const ofOnePerson: ReadonlySet<Flag> = new Set([
  "in-hospital",
  "on-remand",
  "police-investigation",
  "self-harm",
  "medical",
]);
const somebody =
  "(?:father|mother|mum|dad|parents?|brother|sister|sibling|cousin|uncle|aunt|auntie|nan|gran|grand(?:mother|father|parents?)|boyfriend|girlfriend|partner|friends?|carer|neighbour|resident|peer|associate)";
/** "A friend's overdose", "her late mother's suicide". */
const somebodys = new RegExp(`\\b(?:step-?)?${somebody}(?:['’]s|s['’])\\s+(?:[\\p{L}-]+\\s+){0,2}$`, "iu");
const relative = new RegExp(
  `(?:^|[,.:]|\\band\\b|\\b(?:as|because|when|after|that|whose)\\b)\\s*(?:(?:her|his|their|the|a|an|another|one of (?:her|his|their)|child['’]?s)\\s+)?(?:step-?)?${somebody}\\s+(?:(?:is|are|was|were|has been|has|have|had|who|currently|now|also|being|remains|recently|previously|took|an?|suffers from)\\s+)*$`,
  "i",
);
const together = /^[^,]{0,20}\bwith (?:her|him|them|the child|subject)\b/i;

/** "Father in hospital, mother on remand" says nothing of where the child is. */
export const ofAnother = (
  text: string,
  { flag, from, to }: { flag: Flag; from: number; to: number },
): boolean =>
  ofOnePerson.has(flag) &&
  (relative.test(text.slice(Math.max(0, from - 60), from)) ||
    somebodys.test(text.slice(Math.max(0, from - 60), from))) &&
  !together.test(text.slice(to, to + 40));
