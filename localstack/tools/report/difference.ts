import type { Gathered } from "../../../functions/core/gather-report/gather-report.ts";
import type { SentReport } from "../../../functions/core/ports/returns.ts";
import { inWords, toInstant } from "../../../functions/domain/calendar/instant.ts";
import { asText } from "../../../functions/domain/returns/print/as-text.ts";
import { changedRows } from "../../../functions/domain/returns/row-digests.ts";

export type Difference = { reference: string; is: "come" | "gone" | "changed" };

/** The episodes for which the report would be another one now. */
export const differencesSince = (sent: SentReport, now: Gathered): Difference[] =>
  changedRows(sent.rows, now.rows).map(({ episodeId, is }) => ({
    reference: now.references[episodeId] ?? episodeId,
    is,
  }));

const words = { come: "came in since", gone: "is of it no longer", changed: "changed since" };

export const sentText = (sent: SentReport, differing: readonly Difference[]): string =>
  [
    `Sent ${inWords(toInstant(sent.at))} to ${sent.to.join(", ")}`,
    differing.length === 0
      ? "It would be the same now."
      : `It would be otherwise now by ${differing.length} episodes:`,
    ...differing.map(({ reference, is }) => `  ${reference} ${words[is]}`),
    "",
    asText(sent.report),
  ].join("\n");
