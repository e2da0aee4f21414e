import type { CompactDraft } from "../../domain/compact/compact.ts";
import { fields, type Group } from "../../domain/compact/fields.ts";
import { ageOn } from "./times/find-dates.ts";
import { flagsIn } from "./values/flags.ts";
import { impossibleTimes, neverWaits } from "./values/possible-times.ts";
import type { Settled } from "./values/settle.ts";
import type { Lexicon } from "./words/lexicon.ts";

const stated = (values: ReadonlyMap<string, unknown>, group: Group, prefix = ""): Record<string, unknown> => {
  const held: Record<string, unknown> = {};
  for (const key of Object.keys(fields[group])) {
    const value = values.get(prefix + key);
    if (value !== undefined) held[key] = value;
  }
  return held;
};

const ifAny = (values: ReadonlyMap<string, unknown>, group: Group): Record<string, unknown> => {
  const held = stated(values, group, `${group}.`);
  return Object.keys(held).length > 0 ? { [group]: held } : {};
};

/** The fields in the contract's order and grouping. */
export const draftOf = ({ values, provenance }: Settled): CompactDraft =>
  ({
    ...stated(values, "report"),
    child: stated(values, "child"),
    ...ifAny(values, "preventionInterview"),
    ...ifAny(values, "officer"),
    provenance,
  }) as CompactDraft;

export const withFlags = (
  draft: CompactDraft,
  otherTexts: readonly string[],
  lexicon: Lexicon,
): CompactDraft => {
  const texts = [
    ...(draft.warnings ?? []),
    draft.circumstances,
    draft.harm,
    draft.returnMethod,
    // Where a child was found is written without the "at" that says the child is there.
    draft.foundLocation && `at ${draft.foundLocation}`,
    draft.foundBy,
    draft.preventionInterview?.summary,
    draft.placementType,
    draft.provenance.risk?.raw,
    draft.provenance.careStatus?.raw,
    ...otherTexts,
  ];
  const flags = flagsIn(
    texts.filter((text) => text !== undefined),
    lexicon,
  );
  if (flags.length === 0) return draft;
  const from = draft.provenance.warnings ?? draft.provenance.circumstances ?? draft.provenance.risk;
  return { ...draft, flags, provenance: { ...draft.provenance, ...(from ? { flags: from } : {}) } };
};

/** Age is checked against the days the mail speaks of: a birthday may fall between them. */
const ageAgrees = (age: unknown, draft: CompactDraft, mailDate: string | undefined): boolean => {
  const born = draft.child.dateOfBirth;
  if (typeof age !== "number" || !born) return true;
  const days = [draft.missingSince, draft.reportedAt, draft.foundAt, draft.returnedAt, mailDate].filter(
    (day) => day !== undefined,
  );
  return days.length === 0 || days.some((day) => ageOn(born, day) === age);
};

/** What a compact needs before anyone may act on it. */
export const whatIsMissing = (
  draft: CompactDraft,
  settled: Settled,
  mailDate: string | undefined,
): string[] => {
  const reasons = new Set(settled.reasons);
  const unreadable = (field: string) => reasons.has(`unreadable-date:${field}`);
  if (!draft.kind && !reasons.has("conflicting-values:kind")) reasons.add("unknown-kind");
  if (!draft.reference) reasons.add("no-reference");
  if (!draft.child.surname) reasons.add("no-surname");
  if (!draft.child.dateOfBirth && !unreadable("dateOfBirth")) reasons.add("no-date-of-birth");
  if (!ageAgrees(settled.values.get("age"), draft, mailDate)) reasons.add("conflicting-values:dateOfBirth");
  if (!neverWaits(draft))
    for (const field of impossibleTimes(draft, mailDate)) reasons.add(`conflicting-values:${field}`);
  if (draft.kind === "missing" && !draft.missingSince && !draft.reportedAt && !unreadable("reportedAt"))
    reasons.add("unreadable-date:missingSince");
  if (draft.kind === "found" && !draft.foundAt && !draft.returnedAt && !unreadable("returnedAt"))
    reasons.add("unreadable-date:foundAt");
  return [...reasons];
};

/** A kind and a reference alone may be the subject's, of a mail that reports nothing. */
export const namesAChild = ({ child }: CompactDraft): boolean =>
  child.surname !== undefined || child.forenames !== undefined || child.dateOfBirth !== undefined;
