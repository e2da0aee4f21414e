import { fieldName } from "../values/findings.ts";
import type { Settled } from "../values/settle.ts";
import { mergeChild, withReasons } from "./merge-child.ts";
import { clash, decisive, namesAgree, referencesClash } from "./same-child.ts";

/** What one mail of several says of one child, and when that mail was sent. */
export type Report = { child: Settled; sentAt: number | undefined };

export const ofSameChild = (a: Settled, b: Settled): boolean => namesAgree(a, b) && !referencesClash(a, b);

const keysOfBoth = (a: Settled, b: Settled): string[] =>
  [...a.values.keys()].filter((key) => b.values.has(key));

/** One mail sent twice, or one that says more of the same. */
export const saySame = (a: Settled, b: Settled): boolean =>
  a.values.get("kind") === b.values.get("kind") && !keysOfBoth(a, b).some((key) => clash(key, a, b));

const kindsInTurn = ["missing", "absent", "update", "found", "cancelled"];

const turn = ({ child }: Report): number => kindsInTurn.indexOf(String(child.values.get("kind")));

/** By their Dates; where those do not tell, a child is missing before it is found. */
const isLater = (a: Report, b: Report): boolean =>
  a.sentAt !== undefined && b.sentAt !== undefined && a.sentAt !== b.sentAt
    ? a.sentAt > b.sentAt
    : turn(a) > turn(b);

/** Two reports of one kind that differ, with nothing to say which is the newer. */
const contradictions = (a: Report, b: Report): string[] => {
  const tied = !isLater(a, b) && !isLater(b, a);
  return decisive
    .filter((key) => (tied || key === "dateOfBirth") && clash(key, a.child, b.child))
    .map((key) => `conflicting-values:${fieldName(key)}`);
};

const object = (report: Report, reasons: readonly string[]): Report => ({
  ...report,
  child: withReasons(report.child, reasons),
});

/**
 * Reports of one child stand in the order they were sent: of two that state the same fact, an episode believes the later.
 */
export const withReport = (all: readonly Report[], one: Report): Report[] => {
  const twin = all.find(({ child }) => ofSameChild(child, one.child) && saySame(child, one.child));
  if (twin)
    return all.map((report) =>
      report === twin
        ? { ...report, child: mergeChild(report.child, one.child, "conflicting-values") }
        : report,
    );
  const others = all.filter(({ child }) => ofSameChild(child, one.child));
  const against = new Map(others.map((other) => [other, contradictions(other, one)]));
  const next = all.findIndex((other) => against.has(other) && isLater(other, one));
  const objected = all.map((other) => object(other, against.get(other) ?? []));
  const added = object(one, [...against.values()].flat());
  return next < 0 ? [...objected, added] : [...objected.slice(0, next), added, ...objected.slice(next)];
};
