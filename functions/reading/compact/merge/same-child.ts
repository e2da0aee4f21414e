import { fieldsThat } from "../../../domain/compact/fields.ts";
import { isSameName, sameValue, startsAlike } from "../values/findings.ts";
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

export const isNamed = ({ values }: Settled): boolean =>
  values.has("surname") || values.has("dateOfBirth") || values.has("forenames");

export const namesClash = (a: Settled, b: Settled): boolean =>
  clash("surname", a, b) || clash("forenames", a, b);

export const namesAgree = (a: Settled, b: Settled): boolean =>
  !namesClash(a, b) && (agree("surname", a, b) || agree("forenames", a, b));

const ownReference = ({ values, provenance }: Settled): boolean =>
  values.has("reference") && provenance.reference?.source !== "subject";

/** The subject's reference was given to whatever had none, so it says nothing about whose it is. */
export const referencesAgree = (a: Settled, b: Settled): boolean =>
  ownReference(a) && ownReference(b) && agree("reference", a, b);

export const referencesClash = (a: Settled, b: Settled): boolean =>
  ownReference(a) && ownReference(b) && clash("reference", a, b);

/** Named otherwise, and not by a slip alone: born another day, or reported under another reference. */
export const isAnother = (a: Settled, b: Settled): boolean =>
  namesClash(a, b) && !referencesAgree(a, b) && (clash("dateOfBirth", a, b) || referencesClash(a, b));
