import type { Instant } from "../../domain/calendar/instant.ts";
import type { SesReceipt } from "../../reading/compact/trust/trust.ts";
import type { LedgerEntry } from "./writes.ts";

/** A mail as SES announced it. */
export type ReceivedMail = { mailId: string; receivedAt: Instant; receipt: SesReceipt };

/** A mail in the bucket, asked about again: its receipt as the ledger keeps it, and when it came (ISO). */
export type StoredMail = {
  mailId: string;
  receipt?: SesReceipt | undefined;
  receivedAt: string;
  /** Its own words and files too, for a person. */
  shows?: boolean | undefined;
};

export type Ledger = {
  /** How the mail was accounted for; undefined where it was not, or only for want of its receipt. */
  find: (mailId: string) => Promise<LedgerEntry | undefined>;
  /** The same, also where only the receipt is wanting. */
  entry: (mailId: string) => Promise<LedgerEntry | undefined>;
  /** The mail that stands for the same From, Date, Subject and parts. */
  byDigest: (digest: string) => Promise<string | undefined>;
};

/** A mail that somebody must be told of: one that waits, or a notice. `told` counts the roles already told. */
export type WaitingMail = Pick<
  LedgerEntry,
  | "mailId"
  | "outcome"
  | "reasons"
  | "receivedAt"
  | "waiting"
  | "duplicateOf"
  | "about"
  | "disputes"
  | "force"
  | "inList"
> & { told: number };

export type Quarantine = {
  /** Mails that wait for a person, and notices of mails that do not; so many of each at most, the longest due first. */
  dueBy: (now: Instant, most: number) => Promise<WaitingMail[]>;
  /** Notes who was told, and when the next role is due; undefined: nobody further. */
  told: (mail: WaitingMail, next: Instant | undefined) => Promise<void>;
};
