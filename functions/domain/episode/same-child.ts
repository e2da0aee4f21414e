import type { Child } from "../compact/compact.ts";

/** What an episode is never given twice over: another value of it is another child, or a slip a person must read. */
const telling = ["dateOfBirth", "surname"] as const;

export type Telling = (typeof telling)[number];

/** Where two accounts of a child contradict each other; what only one of them states contradicts nothing. */
export const contradictions = (one: Child | undefined, other: Child | undefined): Telling[] =>
  telling.filter((field) => {
    const [a, b] = [one?.[field], other?.[field]];
    return a !== undefined && b !== undefined && a.toLowerCase() !== b.toLowerCase();
  });

const firstName = (forenames: string | undefined): string | undefined => forenames?.split(/[\s-]+/, 1)[0];

const valuesOf = (children: readonly Child[], field: Telling | "forenames"): Set<string> =>
  new Set(
    children.flatMap((child) => {
      const value = field === "forenames" ? firstName(child.forenames) : child[field];
      return value ? [value.toLowerCase()] : [];
    }),
  );

/**
 * Whether reports that one mail makes under one reference are of one child. Here forenames tell too: twins have the
 * rest in common, and of two mails one may well write a name short.
 */
export const contradictionsAmong = (children: readonly Child[]): (Telling | "forenames")[] =>
  [...telling, "forenames" as const].filter((field) => valuesOf(children, field).size > 1);
