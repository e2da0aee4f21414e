import type { Instant } from "../../domain/calendar/instant.ts";
import type { SesReceipt } from "../../reading/compact/trust/trust-policy.ts";
import type { LedgerEntry } from "./writes.ts";

/** A mail as SES announced it. */
export type ReceivedMail = { mailId: string; receivedAt: Instant; receipt: SesReceipt };

export type Ledger = {
  /** How the mail was accounted for; undefined where it was not, or only for want of its receipt. */
  find: (mailId: string) => Promise<LedgerEntry | undefined>;
  /** The same, also where only the receipt is wanting. */
  entry: (mailId: string) => Promise<LedgerEntry | undefined>;
  /** The mail that stands for the same From, Date, Subject and parts. */
  byDigest: (digest: string) => Promise<string | undefined>;
};
