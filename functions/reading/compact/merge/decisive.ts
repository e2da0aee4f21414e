import { fieldsThat } from "../../../domain/compact/fields.ts";
import { isSameName, startsAlike } from "../values/alike.ts";
import { sameValue } from "../values/findings.ts";
import type { Settled } from "../values/settle.ts";

/** What two accounts of one child may never differ on: who it is, and every fact a rule of some profile turns on. */
export const decisive: readonly string[] = fieldsThat("decides");

/** Of these one account may well say less than another. */
export const moreOrLess: ReadonlySet<string> = new Set(fieldsThat("more"));

/** References are told apart by letters and figures only, as episodes are. */
export const plainReference = (value: unknown): string =>
  String(value)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

const isSame = (key: string, a: unknown, b: unknown): boolean =>
  sameValue(a, b) ||
  isSameName(key, a, b) ||
  (moreOrLess.has(key) && startsAlike(a, b)) ||
  (key === "reference" && plainReference(a) === plainReference(b));

const bothState = (key: string, a: Settled, b: Settled): boolean => a.values.has(key) && b.values.has(key);

/** Both state it and say the same. What neither states is no agreement. */
export const agree = (key: string, a: Settled, b: Settled): boolean =>
  bothState(key, a, b) && isSame(key, a.values.get(key), b.values.get(key));

export const clash = (key: string, a: Settled, b: Settled): boolean =>
  bothState(key, a, b) && !isSame(key, a.values.get(key), b.values.get(key));
