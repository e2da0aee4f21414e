import type { ReceivedMail } from "../core/ports/ledger.ts";
import type { DecidedEntry, LedgerEntry } from "../core/ports/writes.ts";
import { type Instant, toIso } from "../domain/calendar/instant.ts";

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
