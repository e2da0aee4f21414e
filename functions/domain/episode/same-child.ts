import type { Child } from "../compact/compact.ts";
import { nameKey } from "../compact/name-key.ts";

/** What an episode is never given twice over: another value of it is another child, or a slip a person must read. */
const telling = ["dateOfBirth", "surname", "forenames"] as const;

export type Telling = (typeof telling)[number];

const firstName = (forenames: string | undefined): string | undefined =>
  forenames?.trim().split(/[\s-]+/, 1)[0];

/** Of two mails one may well write a forename short: the first tells, or what the child is known as. */
const keysOf = (child: Child | undefined, field: Telling): string[] => {
  const said =
    field === "forenames"
      ? [firstName(child?.forenames), child?.forenames && firstName(child.knownAs)]
      : [child?.[field]];
  return said.flatMap((value) => (value ? [nameKey(value)] : [])).filter(Boolean);
};

/** Where two accounts of a child contradict each other; what only one of them states contradicts nothing. */
export const contradictions = (one: Child | undefined, other: Child | undefined): Telling[] =>
  telling.filter((field) => {
    const [some, others] = [keysOf(one, field), keysOf(other, field)];
    return some.length > 0 && others.length > 0 && !some.some((key) => others.includes(key));
  });

/** Whether reports that one mail makes under one reference are of one child. */
export const contradictionsAmong = (children: readonly Child[]): Telling[] =>
  telling.filter((field) =>
    children.some((child, at) =>
      children.slice(at + 1).some((other) => contradictions(child, other).includes(field)),
    ),
  );
