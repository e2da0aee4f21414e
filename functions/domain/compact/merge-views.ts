import { sameValue } from "./findings.ts";
import type { ViewReading } from "./read-view.ts";
import type { Settled } from "./settle.ts";

/** What two views of one mail may never differ on. */
const decisive = [
  "kind",
  "reference",
  "surname",
  "forenames",
  "dateOfBirth",
  "risk",
  "missingSince",
  "reportedAt",
  "foundAt",
  "returnedAt",
  "careStatus",
];

const nameOf = (child: Settled): string =>
  `${child.values.get("surname") ?? ""} ${child.values.get("forenames") ?? ""}`;

const counterpart = (child: Settled, others: readonly Settled[], index: number): Settled | undefined =>
  others.find(
    (other) =>
      sameValue(nameOf(child), nameOf(other)) ||
      sameValue(child.values.get("reference"), other.values.get("reference")),
  ) ?? others[index];

const mergeChild = (seen: Settled, other: Settled, code: string): Settled => {
  const reasons = new Set(seen.reasons);
  for (const key of decisive) {
    if (
      seen.values.has(key) &&
      other.values.has(key) &&
      !sameValue(seen.values.get(key), other.values.get(key))
    )
      reasons.add(`${code}:${key}`);
  }
  // A field one view could not read and the other could is read.
  for (const reason of seen.reasons) {
    const field = reason.startsWith("unreadable-date:") ? reason.slice("unreadable-date:".length) : undefined;
    if (field && other.values.has(field) && !other.reasons.has(reason)) reasons.delete(reason);
  }
  return {
    values: new Map([...other.values, ...seen.values]),
    provenance: { ...other.provenance, ...seen.provenance },
    reasons,
  };
};

/** "Found Report" over a report of a missing child. */
const headingsDiffer = (seen: ViewReading, other: ViewReading): boolean =>
  seen.headingKind !== undefined && other.headingKind !== undefined && seen.headingKind !== other.headingKind;

const withReason = (child: Settled, reason: string): Settled => ({
  ...child,
  reasons: new Set([...child.reasons, reason]),
});

/**
 * Two readings of the same thing: the first is what a person sees and wins, the second fills what the first leaves out.
 * Where they differ on anything that decides, a person looks.
 */
export const mergeReadings = (
  seen: ViewReading,
  other: ViewReading,
  code: "views-disagree" | "conflicting-values",
): ViewReading => {
  const heading = seen.headingKind ?? other.headingKind;
  if (other.children.length === 0)
    return {
      ...seen,
      ...(heading ? { headingKind: heading } : {}),
      unrecognised: seen.children.length ? seen.unrecognised : [...seen.unrecognised, ...other.unrecognised],
    };
  const differ = headingsDiffer(seen, other);
  if (seen.children.length === 0)
    return {
      ...other,
      children: differ ? other.children.map((child) => withReason(child, `${code}:kind`)) : other.children,
      unrecognised: [...seen.unrecognised, ...other.unrecognised],
    };
  const children = seen.children.map((child, index) => {
    const match = counterpart(child, other.children, index);
    const merged = match ? mergeChild(child, match, code) : child;
    if (seen.children.length !== other.children.length) merged.reasons.add(`${code}:reference`);
    if (differ) merged.reasons.add(`${code}:kind`);
    return merged;
  });
  const from = seen.innerFrom ?? other.innerFrom;
  const known = new Set(seen.unrecognised.map((one) => one.label.toLowerCase()));
  return {
    ...seen,
    children,
    unrecognised: [
      ...seen.unrecognised,
      ...other.unrecognised.filter((one) => !known.has(one.label.toLowerCase())),
    ],
    ...(from ? { innerFrom: from } : {}),
  };
};

/** Another parser's reading adds nothing; it only has to say the same. */
export const compareReadings = (seen: ViewReading, other: ViewReading): ViewReading => {
  seen.children.forEach((child, at) => {
    const match = counterpart(child, other.children, at);
    for (const key of decisive) {
      if (!sameValue(child.values.get(key) ?? "", match?.values.get(key) ?? ""))
        child.reasons.add(`views-disagree:${key}`);
    }
  });
  if (seen.children.length > 0 || other.children.length === 0) return seen;
  return {
    ...other,
    children: other.children.map((child) => withReason(child, "views-disagree:reference")),
  };
};
