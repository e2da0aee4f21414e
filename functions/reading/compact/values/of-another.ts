import type { Flag } from "../../../domain/compact/compact.ts";

const whereabouts: ReadonlySet<Flag> = new Set(["in-hospital", "on-remand", "police-investigation"]);
const relative =
  /(?:^|,|\band\b)\s*(?:(?:her|his|their|the|child['’]?s)\s+)?(?:step-?)?(?:father|mother|mum|dad|parents?|brother|sister|uncle|aunt|nan|grand(?:mother|father|parents?)|boyfriend|girlfriend|partner)\s+(?:(?:is|are|was|has been|currently|now|also|being|remains)\s+)*$/i;
const together = /^[^,]{0,20}\bwith (?:her|him|them|the child|subject)\b/i;

/** "Father in hospital, mother on remand" says nothing of where the child is. */
export const ofAnother = (
  text: string,
  { flag, from, to }: { flag: Flag; from: number; to: number },
): boolean =>
  whereabouts.has(flag) &&
  relative.test(text.slice(Math.max(0, from - 60), from)) &&
  !together.test(text.slice(to, to + 40));
