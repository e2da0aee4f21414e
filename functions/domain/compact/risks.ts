import { plainWords } from "./lexicon.ts";
import type { ReadContext } from "./read-fields.ts";
import type { Risk } from "./types.ts";

/** "High – county lines": the grade is what comes first. A value that names two grades says neither. */
export const readRisk = (
  value: string,
  { lexicon }: ReadContext,
): { said?: Record<string, unknown>; reason?: string } => {
  const words = plainWords(value)
    .replace(/ risk\b.*$/, "")
    .replace(/^risk /, "");
  const head = plainWords(value.split(/[–—;:,.(-]/)[0] ?? "").replace(/ risk\b.*$/, "");
  const grades = Object.entries(lexicon.words.risks) as [Risk, readonly string[]][];
  const exact = (text: string): Risk | undefined =>
    grades.find(([, names]) => names.some((name) => plainWords(name) === text))?.[0];
  const risk = exact(words) ?? exact(plainWords(value)) ?? exact(head);
  return risk ? { said: { risk } } : { reason: "unknown-risk" };
};
