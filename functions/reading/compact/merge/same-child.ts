import type { Settled } from "../values/settle.ts";
import { agree, clash } from "./decisive.ts";

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
