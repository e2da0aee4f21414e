import type { Settled } from "../values/settle.ts";
import { agree, clash, namesAgree, referencesAgree, referencesClash } from "./same-child.ts";

type Sign = (a: Settled, b: Settled) => boolean;

const nameAndBirthday: Sign = (a, b) => namesAgree(a, b) && agree("dateOfBirth", a, b);

/** By what two accounts are of one child, the surest first. Siblings may share a surname, a birthday or a reference. */
const signs: readonly Sign[] = [
  nameAndBirthday,
  (a, b) => namesAgree(a, b) && !clash("dateOfBirth", a, b),
  namesAgree,
  referencesAgree,
  (a, b) =>
    agree("dateOfBirth", a, b) &&
    (agree("surname", a, b) || agree("forenames", a, b)) &&
    !referencesClash(a, b),
];

export type Pairs = Map<Settled, Settled>;

/** Each child with the other account of it; a sign counts only where it fits one alone on either side. */
export const pairChildren = (seen: readonly Settled[], others: readonly Settled[]): Pairs => {
  const pairs: Pairs = new Map();
  const open = new Set(others);
  for (const fits of signs) {
    const free = seen.filter((child) => !pairs.has(child));
    for (const child of free) {
      const [only, another] = [...open].filter((other) => fits(child, other));
      if (!only || another || free.some((one) => one !== child && !pairs.has(one) && fits(one, only)))
        continue;
      pairs.set(child, only);
      open.delete(only);
    }
  }
  return pairs;
};

/** Views of one body tell of the same children in the same order, so that what no sign pairs its place does. */
export const pairInOrder = (seen: readonly Settled[], others: readonly Settled[]): Pairs => {
  const asTheyStand = seen.length === others.length && seen.length > 0;
  const inPlace = (child: Settled, at: number): boolean => {
    const other = others[at];
    return other !== undefined && nameAndBirthday(child, other);
  };
  // Nearly every mail: no need to look further.
  if (asTheyStand && (seen.length === 1 || seen.every(inPlace)))
    return new Map(seen.map((child, at) => [child, others[at] as Settled]));
  const pairs = pairChildren(seen, others);
  const taken = new Set(pairs.values());
  const left = others.filter((other) => !taken.has(other));
  for (const child of seen) {
    const next = pairs.has(child) ? undefined : left.shift();
    if (next) pairs.set(child, next);
  }
  return pairs;
};
