import { plainWords } from "./lexicon.ts";
import type { ReadContext } from "./read-context.ts";

/** "High – county lines": the grade is what comes first. A value that names two grades says neither. */
export const readRisk = (
  value: string,
  { lexicon }: ReadContext,
): { said?: Record<string, unknown>; reason?: string } => {
  const words = plainWords(value)
    .replace(/ risk\b.*$/, "")
    .replace(/^risk /, "");
  const head = plainWords(value.split(/[–—;:,.(-]/)[0] ?? "").replace(/ risk\b.*$/, "");
  const risk = lexicon.riskOf(words) ?? lexicon.riskOf(plainWords(value)) ?? lexicon.riskOf(head);
  return risk ? { said: { risk } } : { reason: "unknown-risk" };
};
