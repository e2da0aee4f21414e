import type { FactsRow } from "../facts-row.ts";
import type { Lookup } from "./lookup.ts";
import { type AwaySpan, spanOf, unionOf } from "./spans.ts";
import { asReturnDate, collectionYear, type MissingLine } from "./table.ts";

/** Why an episode is not in the return. */
export const leftOut = {
  "not-looked-after": "not a looked-after child, as far as anybody has said",
  "another-authority": "another authority's child, who is in its return",
  cancelled: "created in error or a duplicate",
  "outside-the-year": "not away in the collection year",
  "no-child-id": "nobody has said the authority's own id of the child",
  "no-birth": "the lookup file has no date of birth of the child",
} as const;
export type LeftOut = keyof typeof leftOut;

export type MadeReturn = {
  lines: readonly (MissingLine & { episodes: readonly string[] })[];
  /** The episodes that are not in it, by why; by the force's references. */
  left: Partial<Record<LeftOut, readonly string[]>>;
};

const whyNot = (row: FactsRow, child: string | undefined, { born }: Lookup): LeftOut | undefined => {
  if (row.status === "cancelled") return "cancelled";
  if (row.placedByAnother) return "another-authority";
  if (row.care !== "looked-after") return "not-looked-after";
  if (child === undefined) return "no-child-id";
  return born.has(child) ? undefined : "no-birth";
};

/** What of a span lies in the year: one that goes on after it is open in this return, and in the next with its end. */
const inYear = (span: AwaySpan, { first, last }: { first: string; last: string }): AwaySpan | undefined => {
  if (span.start > last || (span.end ?? last) < first) return undefined;
  if (span.end === undefined || span.end <= last) return span;
  return { type: span.type, start: span.start, episodes: span.episodes };
};

/**
 * The "Missing" table of the collection year that ends on 31 March of `year`: the union of each child's spans, by day found
 * (M) or returned (A), in London's days. What is left out is told by why.
 */
export const makeReturn = (rows: readonly FactsRow[], lookup: Lookup, year: number): MadeReturn => {
  const period = collectionYear(year);
  const left: Partial<Record<LeftOut, string[]>> = {};
  const leave = (why: LeftOut, reference: string): void => {
    left[why] = [...(left[why] ?? []), reference];
  };
  const spans = new Map<string, AwaySpan[]>();
  for (const row of rows) {
    const child = lookup.childOf.get(row.reference) ?? row.careId;
    const why = whyNot(row, child, lookup);
    if (why !== undefined || child === undefined) leave(why ?? "no-child-id", row.reference);
    else if (!inYear(spanOf(row), period)) leave("outside-the-year", row.reference);
    else spans.set(child, [...(spans.get(child) ?? []), spanOf(row)]);
  }
  const lines = [...spans].flatMap(([child, own]) =>
    unionOf(own).flatMap((span) => {
      const part = inYear(span, period);
      if (!part) return [];
      return [
        {
          CHILD: child,
          DOB: asReturnDate(lookup.born.get(child) ?? ""),
          MISSING: part.type,
          MIS_START: asReturnDate(part.start),
          MIS_END: part.end === undefined ? "" : asReturnDate(part.end),
          episodes: part.episodes,
        },
      ];
    }),
  );
  return { lines: lines.toSorted((a, b) => (a.CHILD < b.CHILD ? -1 : a.CHILD > b.CHILD ? 1 : 0)), left };
};
