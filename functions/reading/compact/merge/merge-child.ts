import { disputeOf } from "../../../domain/compact/dispute.ts";
import { fieldName, sameValue, startsAlike } from "../values/findings.ts";
import type { Settled } from "../values/settle.ts";
import { clash, decisive, moreOrLess } from "./same-child.ts";

export type Code = "views-disagree" | "conflicting-values";

export const withReasons = (child: Settled, reasons: readonly string[]): Settled =>
  reasons.length > 0 ? { ...child, reasons: new Set([...child.reasons, ...reasons]) } : child;

/** HTML that shows a field empty has said so, whatever a converter made of the text beside it. */
const shownEmpty = (seen: Settled, other: Settled, code: Code): string[] =>
  code === "views-disagree" && seen.blanks
    ? [...seen.blanks].filter((key) => other.values.has(key) && !seen.values.has(key))
    : [];

/** A kind taken away for being said in two ways is not given back by a third. */
const unsettled = ({ values, reasons }: Settled): string[] =>
  !values.has("kind") && reasons.has("conflicting-values:kind") ? ["kind"] : [];

const without = (child: Settled, keys: readonly string[]): Settled => {
  if (keys.length === 0) return child;
  const [values, provenance] = [new Map(child.values), { ...child.provenance }];
  for (const key of keys) values.delete(key);
  const left = new Set([...values.keys()].map(fieldName));
  for (const name of keys.map(fieldName)) if (!left.has(name)) delete provenance[name];
  return { ...child, values, provenance };
};

/** The name stays whole, so a fuller forename brings its surname's spelling along. */
const fuller = (seen: Settled, other: Settled): string[] => {
  const longer = [...moreOrLess].filter(
    (key) =>
      startsAlike(seen.values.get(key), other.values.get(key)) &&
      String(other.values.get(key)).length > String(seen.values.get(key)).length,
  );
  const whole =
    longer.includes("forenames") && sameValue(seen.values.get("surname"), other.values.get("surname"));
  return whole && seen.values.has("surname") ? [...longer, "surname"] : longer;
};

/** What contradicts itself in an attachment, or can be read nowhere else, a readable body does not mend. */
const kept = (seen: Settled, other: Settled, code: Code): string[] =>
  code === "conflicting-values"
    ? [...other.reasons].filter((reason) => {
        const [what, field = ""] = reason.split(":");
        return what === code || !seen.values.has(what === "unknown-risk" ? "risk" : field);
      })
    : [];

/** One child by two accounts: the first is what a person sees and wins, the second fills what the first leaves out. */
export const mergeChild = (seen: Settled, other: Settled, code: Code): Settled => {
  const empty = shownEmpty(seen, other, code);
  const differing = decisive.filter((key) => clash(key, seen, other) || empty.includes(key));
  const reasons = new Set([
    ...seen.reasons,
    ...kept(seen, other, code),
    ...differing.map((key) => `${code}:${fieldName(key)}`),
  ]);
  // A field one view could not read and the other could is read.
  for (const reason of seen.reasons) {
    const field = reason.startsWith("unreadable-date:") ? reason.slice("unreadable-date:".length) : undefined;
    if (field && other.values.has(field) && !other.reasons.has(reason)) reasons.delete(reason);
  }
  const disputes = [
    ...(seen.disputes ?? []),
    ...(other.disputes ?? []),
    ...differing.flatMap((key) => disputeOf(key, seen.values.get(key), other.values.get(key))),
  ];
  const second = without(other, [...empty, ...unsettled(seen)]);
  const first = without(seen, fuller(seen, other));
  return {
    ...seen,
    values: new Map([...second.values, ...first.values]),
    provenance: { ...second.provenance, ...first.provenance },
    reasons,
    ...(disputes.length > 0 ? { disputes } : {}),
  };
};
