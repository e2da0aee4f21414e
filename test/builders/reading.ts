import { createHash } from "node:crypto";
import type { ReceivedMail } from "../../functions/core/ports/ledger.ts";
import type { Compact, CompactDraft } from "../../functions/domain/compact/compact.ts";
import type { MailFacts, Reading } from "../../functions/reading/reading.ts";
import { foundCompact, missingCompact } from "./events.ts";

type ReadingOptions = {
  compacts?: readonly Compact[];
  waiting?: readonly CompactDraft[];
  reasons?: readonly string[];
} & Partial<MailFacts>;

const digestOf = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");

/** What the reader makes of an accepted mail; the same content has the same digest. */
export const aReading = ({
  compacts = [aMissing()],
  waiting = [],
  reasons = [],
  ...facts
}: ReadingOptions = {}): Reading => ({
  result: {
    status: "accepted",
    reasons: [...reasons],
    compacts: [...compacts],
    ...(waiting.length > 0 ? { waiting: [...waiting] } : {}),
  },
  mail: {
    digest: digestOf([compacts, facts.date]),
    force: "leicestershire-police",
    trusted: true,
    automatic: false,
    ...facts,
  },
});

/** What the reader makes of a mail that a person must look at. */
export const anUnreadable = (reasons: readonly string[], facts: Partial<MailFacts> = {}): Reading => ({
  result: { status: "quarantined", reasons: [...reasons], compacts: [] },
  mail: { digest: digestOf(reasons), trusted: true, automatic: false, ...facts },
});

type CompactOptions = Parameters<typeof missingCompact>[0];

export const aMissing = (options: CompactOptions = {}): Compact => missingCompact(options).compact;
export const aFound = (options: CompactOptions = {}): Compact => foundCompact(options).compact;

/** A mail as SES announced it. */
export const aMail = (mailId: string, receivedAt: number): ReceivedMail => ({
  mailId,
  receivedAt,
  receipt: { dmarcVerdict: { status: "PASS" } },
});
