import type { Pair } from "./form.ts";
import type { Field } from "./vocabulary.ts";

const identity: readonly Field[] = [
  "reference",
  "name",
  "surname",
  "forenames",
  "dateOfBirth",
  "policePersonId",
];

const valuesOf = (pairs: readonly Pair[], field: Field): string[] =>
  pairs
    .filter((pair) => pair.known?.field === field && pair.value)
    .map((pair) => pair.value.toLowerCase().replace(/\s+/g, " "));

const identityRepeats = (pairs: readonly Pair[]): boolean => {
  const named = new Set<Field>();
  for (const { known, value } of pairs) {
    if (!known || !value || !identity.includes(known.field)) continue;
    if (named.has(known.field)) return true;
    named.add(known.field);
  }
  return false;
};

/**
 * One mail may report several children. They are told apart where the labels that identify a child come round again
 * with other values: at least two of them, since one alone repeated is one child with a contradiction. What stands
 * before the first child (the incident, the kind) is true of each.
 */
export const pairsByChild = (pairs: readonly Pair[]): Pair[][] => {
  if (!identityRepeats(pairs)) return [[...pairs]];
  const repeated = identity.filter((field) => valuesOf(pairs, field).length > 1);
  const differing = repeated.filter((field) => new Set(valuesOf(pairs, field)).size > 1);
  if (repeated.length < 2 || differing.length < 2) return [[...pairs]];
  const first = pairs.find((pair) => pair.known && pair.value && repeated.includes(pair.known.field))?.known
    ?.field;
  const shared: Pair[] = [];
  const children: Pair[][] = [];
  for (const pair of pairs) {
    if (pair.known?.field === first) children.push([...shared, pair]);
    else (children.at(-1) ?? shared).push(pair);
  }
  return children;
};
