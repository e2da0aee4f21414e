import { disputeOf } from "../../../domain/compact/dispute.ts";
import { escaped } from "../times/written-form.ts";
import { referencesIn, sameReference } from "./references.ts";
import type { Settled } from "./settle.ts";

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const alike = (a: string, b: string): boolean => bare(a) === bare(b);

/** "26/5512" of "MPR 26 / 5512": letters in front that a subject sets apart. */
const isWithoutPrefix = (named: string, stated: string): boolean =>
  bare(stated).endsWith(bare(named)) && /^\p{L}*$/u.test(bare(stated).slice(0, -bare(named).length));

/** A subject may give the bare number; a form that does has lost the rest of it. */
const isNamedBy = (named: string, stated: string): boolean =>
  sameReference(named, stated) && bare(stated).length >= bare(named).length;

const holds = (subject: string, stated: string): boolean => {
  const [words, number] = [subject, stated].map(
    (text) =>
      ` ${text
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .join(" ")} `,
  );
  const at = words?.indexOf(number ?? "") ?? -1;
  // Between two strokes it is only part of a longer one.
  return at >= 0 && !new RegExp(`[\\p{L}\\p{N}][/-]${escaped(stated)}`, "iu").test(subject);
};

/** A subject's reference stands in for a missing one, and contradicts a different one. */
export const addSubjectReference = (child: Settled, subject: string): void => {
  const named = referencesIn(subject);
  const stated = child.values.get("reference");
  if (named.length === 0) return;
  if (typeof stated !== "string") {
    const [only] = named;
    if (named.length > 1 || !only || alike(only, String(child.values.get("incidentNumber") ?? ""))) return;
    child.values.set("reference", only);
    child.provenance.reference = { source: "subject", label: "Subject", raw: subject };
    return;
  }
  const others = ["incidentNumber", "policePersonId"].map((key) => String(child.values.get(key) ?? ""));
  const known = named.some(
    (one) =>
      isNamedBy(one, stated) || isWithoutPrefix(one, stated) || others.some((other) => alike(one, other)),
  );
  if (!known && !alike(subject, stated) && !holds(subject, stated)) {
    child.reasons.add("conflicting-values:reference");
    child.disputes = [...(child.disputes ?? []), ...disputeOf("reference", stated, ...named)];
  }
};

const birth = /\b(?:d\.?o\.?b\b\.?|date of birth|born)\W{0,4}(\S.{5,30})/i;

/** A subject that gives another date of birth than the report is about another child, or one of the two is wrong. */
export const addSubjectBirth = (
  child: Settled,
  subject: string,
  day: (text: string) => string | undefined,
): void => {
  const stated = child.values.get("dateOfBirth");
  const named = day(birth.exec(subject)?.[1] ?? "");
  if (typeof stated !== "string" || named === undefined || named === stated) return;
  child.reasons.add("conflicting-values:dateOfBirth");
  child.disputes = [...(child.disputes ?? []), ...disputeOf("dateOfBirth", stated, named)];
};
