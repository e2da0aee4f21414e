import type { CompactKind } from "../../domain/compact/compact.ts";
import type { View } from "./document.ts";
import { type OwnWords, threadOf } from "./forms/parts.ts";
import { agree } from "./merge/decisive.ts";
import { readPart } from "./read-part.ts";
import type { Unread } from "./unread.ts";
import { sameValue } from "./values/findings.ts";
import { isEnding, kindEvidence, settleKinds } from "./values/kinds.ts";
import type { Settled } from "./values/settle.ts";
import type { Lexicon } from "./words/lexicon.ts";

/** One view of a mail read: each child it names, and whom a quoted mail in it says it is from. */
export type ViewReading = {
  children: Settled[];
  unrecognised: Unread[];
  headingKind?: CompactKind;
  innerFrom?: string;
};

export type ViewContext = { lexicon: Lexicon; subject: string; latestYear: number };

const kindOf = (subject: string, lexicon: Lexicon): CompactKind | undefined => {
  const kind = settleKinds(new Set(kindEvidence([], subject, lexicon).map((one) => one.kind)));
  return kind === "conflict" ? undefined : kind;
};

/** What stands above a quoted report and says otherwise, or more, is for a person: it may be the news. */
const objections = (child: Settled, above: OwnWords, subject: string, lexicon: Lexicon): string[] => {
  const stated = child.values.get("kind");
  const outer = kindOf(subject, lexicon);
  const kinds = [...above.kinds, ...(outer ? [outer] : [])].filter((kind) => kind !== stated);
  const reference = above.reference;
  const isAnother = reference !== undefined && !sameValue(reference, child.values.get("reference"));
  const fields = [...above.fields].filter((field) => field !== "reference" && field !== "kind");
  const risk = above.risk !== undefined && above.risk !== child.values.get("risk") ? ["risk"] : [];
  return [...(kinds.length > 0 ? ["kind"] : []), ...(isAnother ? ["reference"] : []), ...risk, ...fields].map(
    (field) => `conflicting-values:${field === "marker" ? "warnings" : field}`,
  );
};

const who = ["surname", "forenames", "dateOfBirth"] as const;

/** An older report of the same child, further down. */
const isOlder = (child: Settled, newer: readonly Settled[]): boolean =>
  newer.some((one) => agree("reference", one, child) || who.every((key) => agree(key, one, child)));

const ends = (child: Settled): boolean => isEnding(child.values.get("kind"));

/** A find below another report of the same child: which of the two is the newer only a person can tell. */
const objectToEnding = (lower: Settled, upper: readonly Settled[]): void => {
  for (const child of upper)
    if (ends(lower) && !ends(child) && isOlder(lower, [child])) child.reasons.add("conflicting-values:kind");
};

/** No mail reports more children; comparing each with each would take its time. */
const mostChildren = 100;

const withinBounds = (children: Settled[]): Settled[] => {
  if (children.length <= mostChildren) return children;
  const first = children.slice(0, mostChildren);
  for (const child of first) child.reasons.add("too-large");
  return first;
};

export const readView = (view: View, context: ViewContext): ViewReading => {
  const { lexicon } = context;
  const { reports, above } = threadOf(view, lexicon);
  const readings = reports.map((part) =>
    readPart(part, { ...context, source: view.source, subject: part.subject ?? context.subject }),
  );
  const [first] = readings;
  const children = withinBounds([...(first?.children ?? [])]);
  for (const { children: more } of readings.slice(1)) {
    for (const child of more) objectToEnding(child, children);
    children.push(...more.filter((child) => !isOlder(child, children)));
  }
  if (above)
    for (const child of children)
      for (const reason of objections(child, above, context.subject, lexicon)) child.reasons.add(reason);
  const heading = settleKinds(
    new Set(first?.evidence.filter((one) => one.label !== "Subject").map((one) => one.kind)),
  );
  const unrecognised = readings.flatMap((one) => one.unrecognised);
  const from = reports[0]?.from;
  return {
    children,
    unrecognised: [
      ...new Map(unrecognised.map((one) => [`${one.kind}\n${one.label}\n${one.value}`, one])).values(),
    ],
    ...(heading && heading !== "conflict" ? { headingKind: heading } : {}),
    ...(from ? { innerFrom: from } : {}),
  };
};
