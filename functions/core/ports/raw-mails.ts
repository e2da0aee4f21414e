import type { Instant } from "../../domain/calendar/instant.ts";

export type RawMail = { mailId: string };

/** SES puts this object when a rule is made; it is no mail. */
const SETUP_NOTIFICATION = "AMAZON_SES_SETUP_NOTIFICATION";
export const isMail = (mailId: string): boolean => mailId !== "" && mailId !== SETUP_NOTIFICATION;

/** SES's receipt and the queue have had their time; retries of the queue go on meanwhile and may still win. */
export const GRACE_MS = 10 * 60_000;

/**
 * Mails that are in the bucket and have no account yet. The account takes the place of the note in one write, so that
 * there is no moment at which a mail has neither.
 */
export type Arrivals = {
  /** Notes a mail, to be looked at by then; "known" where it has a note or an account. */
  note: (mailId: string, dueAt: Instant) => Promise<"noted" | "known">;
  /** Those whose time is up, the longest first, and so many at most. */
  dueBy: (now: Instant, most: number) => Promise<string[]>;
};

/** How far the listing of the whole bucket has come: when this round began, and the last mail it looked at. */
export type Round = { began: Instant; after?: string };
