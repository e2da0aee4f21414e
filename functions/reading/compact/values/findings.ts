import type { Provenance } from "../../../domain/compact/compact.ts";
import type { Unread } from "../document.ts";
import type { Pair } from "../forms/form.ts";

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
