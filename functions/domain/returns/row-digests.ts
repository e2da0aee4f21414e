import { createHash } from "node:crypto";
import type { FactsRow } from "./facts-row.ts";
import { cohortOf, type ReportInput } from "./input.ts";

/** Keys in their order, so that a row read back has the digest of the one that was counted. */
const digestOf = (row: FactsRow): string =>
  createHash("sha256")
    .update(JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .digest("base64url")
    .slice(0, 12);

/** Those whose child came back or went missing in the period, by episode. */
export const digestsOf = (input: ReportInput): Record<string, string> => {
  const { returned, begun, away } = cohortOf(input);
  const rows = [...returned.map(({ row }) => row), ...begun, ...away];
  return Object.fromEntries(rows.map((row) => [row.episodeId, digestOf(row)]));
};

export type Changed = { episodeId: string; is: "come" | "gone" | "changed" };

/** Which episodes make the difference between a report as it was sent and as it would be now. */
export const changedRows = (
  then: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): Changed[] =>
  [...new Set([...Object.keys(then), ...Object.keys(now)])].toSorted().flatMap((episodeId): Changed[] => {
    if (then[episodeId] === now[episodeId]) return [];
    if (then[episodeId] === undefined) return [{ episodeId, is: "come" }];
    return [{ episodeId, is: now[episodeId] === undefined ? "gone" : "changed" }];
  });
