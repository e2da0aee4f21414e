import type { Provenance } from "../../../domain/compact/compact.ts";
import { nameKey } from "../../../domain/compact/name-key.ts";
import type { Unread } from "../document.ts";
import type { Pair } from "../forms/form.ts";
import type { Lexicon } from "../words/lexicon.ts";

/** One thing read from one place. A key is a field's own name, with a dot where fields are grouped: `officer.name`. */
export type Finding = { key: string; value: unknown; rank: number; from: Provenance };

/** What was read of one child, before anything is decided. */
export type Findings = {
  found: Finding[];
  reasons: string[];
  unrecognised: Unread[];
  /** What the mail shows empty, by the keys it would have: another view may not fill that. */
  blanks?: Set<string>;
};

export const provenanceOf = (pair: Pair, source: string): Provenance => ({
  source,
  label: pair.label,
  raw: pair.value,
});

const comparable = (value: unknown): string =>
  (typeof value === "string"
    ? value
        .toLowerCase()
        .replace(/[’‘]/g, "'")
        .replace(/[\s.,;]+/g, " ")
        .trim()
    : JSON.stringify(value)) ?? "";

export const sameValue = (a: unknown, b: unknown): boolean => comparable(a) === comparable(b);

/** Reasons name the field, not the group it stands in. */
export const fieldName = (key: string): string => (key.includes(".") ? (key.split(".")[0] as string) : key);

/** What a value is read with: the words known, the view it stands in, and the latest year a date can mean. */
export type ReadContext = { lexicon: Lexicon; source: string; latestYear: number };

const names: ReadonlySet<string> = new Set(["surname", "forenames"]);

/** "O’HARE" and "O'Hare", "SMITH-JONES" and "Smith Jones". */
export const isSameName = (key: string, a: unknown, b: unknown): boolean =>
  names.has(key) && nameKey(String(a)) === nameKey(String(b)) && nameKey(String(a)) !== "";

/** "Ellie" and "Ellie May": one says more of the same, from the beginning on. */
export const startsAlike = (a: unknown, b: unknown): boolean => {
  const [one, other] = [String(a).toLowerCase(), String(b).toLowerCase()];
  return one.startsWith(`${other} `) || other.startsWith(`${one} `);
};
