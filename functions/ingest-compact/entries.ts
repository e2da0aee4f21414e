import type { ReceivedMail } from "../core/ports/ledger.ts";
import type { DecidedEntry, LedgerEntry } from "../core/ports/writes.ts";
import { type Instant, toIso } from "../domain/calendar/instant.ts";
import type { MailFacts } from "../reading/reading.ts";

/** Filed and listed, with nobody alerted: machines answering our mails, whoever's they are. */
const UNALARMING = new Set(["automatic-reply", "delivery-report"]);

export const entryFor = (
  mail: ReceivedMail,
  rest: Pick<LedgerEntry, "outcome"> & Partial<LedgerEntry>,
): LedgerEntry => ({
  mailId: mail.mailId,
  reasons: [],
  episodes: [],
  receivedAt: toIso(mail.receivedAt),
  receipt: mail.receipt,
  ...rest,
});

type Wait = Pick<LedgerEntry, "about" | "disputes"> & {
  reasons: readonly string[];
  waiting: number;
  episodes?: readonly string[];
};

export const quarantined = (mail: ReceivedMail, wait: Wait, now: Instant): LedgerEntry =>
  entryFor(mail, {
    outcome: "quarantined",
    ...wait,
    ...(wait.reasons.some((r) => UNALARMING.has(r)) ? {} : { alertAt: toIso(now) }),
  });

/** All that is said against a mail which was read to its end and is no report. */
const NO_REPORT = new Set([
  "sender-not-allowed",
  "authentication-failed",
  "unknown-kind",
  "no-reference",
  "no-surname",
  "no-date-of-birth",
  "not-a-report",
  "spam",
]);

/** A stranger's mail with nothing of a child in it may wait an hour; what reads as a report is told at once, whoever sent it. */
export const mayWait = (
  { alertAt, reasons, waiting, about = [] }: LedgerEntry,
  { force, ofNoChild }: MailFacts,
): boolean =>
  alertAt !== undefined &&
  force === undefined &&
  ofNoChild === true &&
  !waiting &&
  about.length === 0 &&
  reasons.every((reason) => NO_REPORT.has(reason));

const HOUR = 3_600_000;

/** Told with all others of this hour, once it is full. */
export const inHourlyList = (entry: LedgerEntry, now: Instant): LedgerEntry => ({
  ...entry,
  inList: true,
  alertAt: toIso((Math.floor(now / HOUR) + 1) * HOUR),
});

/** A mail that waited, once a resend of it says the same and can be read or believed better. */
export const superseded = (waiting: LedgerEntry, by: string, now: Instant): DecidedEntry => {
  const { alertAt: _, ...kept } = waiting;
  return {
    ...kept,
    outcome: "duplicate",
    duplicateOf: by,
    decision: { id: `superseded:${by}`, kind: "superseded", by: `the resend ${by}`, at: toIso(now) },
  };
};
