import { type Instant, toInstant } from "../calendar/instant.ts";
import type { FactsRow } from "./facts-row.ts";
import { backOf, judge } from "./judged.ts";

/** List 8's columns on missing, word for word as the sector's tools read them. */
export const annexAColumns = [
  "Child Unique ID",
  "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
  "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months",
  "Was the child offered a Return Interview after their last missing episode (Y/N)?",
  "Did the child accept a Return Interview after their last missing episode (Y/N)?",
] as const;

const answer = (is: boolean | undefined): string =>
  is === undefined ? "c) Unknown" : is ? "a) Yes" : "b) No";

const YEAR_MS = 365 * 86_400_000;

/** Ofsted's Annex A, list 8: each of our children in care who was away in the twelve months up to the cut-off, by the start. */
export const annexA = (rows: readonly FactsRow[], cutOff: Instant): string[][] => {
  const ours = rows.filter(
    ({ careId, care, placedByAnother, status, startAt }) =>
      careId !== undefined &&
      care === "looked-after" &&
      !placedByAnother &&
      status !== "cancelled" &&
      toInstant(startAt) <= cutOff &&
      toInstant(startAt) > cutOff - YEAR_MS,
  );
  const byChild = [...Map.groupBy(ours, ({ careId = "" }) => careId)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return byChild.map(([child, own]) => {
    const missing = own.filter(({ absence }) => !absence);
    const last = missing
      .filter((row) => backOf(row) !== undefined)
      .toSorted((a, b) => a.startAt.localeCompare(b.startAt))
      .at(-1);
    const judged = last && judge(last, cutOff);
    const offered = judged && judged.offeredAt !== undefined;
    const accepted = judged && (offered ? judged.acceptedAt !== undefined : false);
    return [
      child,
      String(missing.length),
      String(own.length - missing.length),
      answer(offered),
      answer(accepted),
    ];
  });
};
