import type { CompactKind } from "../../domain/compact/compact.ts";
import type { Unread, View } from "./document.ts";
import type { Pair } from "./forms/form.ts";
import { type OwnWords, type Thread, threadOf } from "./forms/parts.ts";
import { agree } from "./merge/same-child.ts";
import { readPart } from "./read-part.ts";
import { quotedMailbox, type Writer } from "./trust/sender.ts";
import { sameValue } from "./values/findings.ts";
import { isEnding, kindEvidence, settleKinds } from "./values/kinds.ts";
import type { Settled } from "./values/settle.ts";
import type { Lexicon } from "./words/lexicon.ts";

/** One view of a mail read: each child it names. */
export type ViewReading = {
  children: Settled[];
  unrecognised: Unread[];
  headingKind?: CompactKind;
};

/** What one writer says in one place. Which kind of report it is, and whose, its mail's subject may say. */
export type Account = {
  place: "view" | "document" | "attached mail" | "quote";
  /** Through whose hands it came, down to whoever wrote it; undefined where nobody can tell. */
  writers: Writer[];
  /** Somebody wrote about its report before whoever sent it did. */
  isTalkedOf: boolean;
  pairs: Pair[];
  under: (subject: string) => ViewReading;
};

export type ViewContext = {
  lexicon: Lexicon;
  latestYear: number;
  place: Account["place"];
  writers: readonly Writer[];
};

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

const underSubject = (
  { reports, above }: Thread,
  parts: readonly ReturnType<typeof readPart>[],
  subject: string,
  lexicon: Lexicon,
): ViewReading => {
  const readings = parts.map((part, at) => part(reports[at]?.subject ?? subject));
  const [first] = readings;
  const children = withinBounds([...(first?.children ?? [])]);
  for (const { children: more } of readings.slice(1)) {
    for (const child of more) objectToEnding(child, children);
    children.push(...more.filter((child) => !isOlder(child, children)));
  }
  if (above)
    for (const child of children)
      for (const reason of objections(child, above, subject, lexicon)) child.reasons.add(reason);
  const heading = settleKinds(
    new Set(first?.evidence.filter((one) => one.label !== "Subject").map((one) => one.kind)),
  );
  const unrecognised = readings.flatMap((one) => one.unrecognised);
  return {
    children,
    unrecognised: [
      ...new Map(unrecognised.map((one) => [`${one.kind}\n${one.label}\n${one.value}`, one])).values(),
    ],
    ...(heading && heading !== "conflict" ? { headingKind: heading } : {}),
  };
};

export const readView = (view: View, { place, writers, ...context }: ViewContext): Account => {
  const thread = threadOf(view, context.lexicon);
  const parts = thread.reports.map((part) => readPart(part, { ...context, source: view.source }));
  return {
    place: thread.quoted.length > 0 ? "quote" : place,
    writers: [...writers, ...thread.quoted.map(quotedMailbox)],
    isTalkedOf: thread.isTalkedOf,
    pairs: thread.pairs,
    under: (subject) => underSubject(thread, parts, subject, context.lexicon),
  };
};
