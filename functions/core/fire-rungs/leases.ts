import { mailboxKey } from "./mailbox.ts";

/** Longer than any function may run: who still holds it at the end is dead. */
export const LEASE_MS = 120_000;

/** As long as a function on a schedule may run: Lambda's next attempt comes no sooner, and finds it free. */
export const SCHEDULED_LEASE_MS = 60_000;

/** Whoever holds it is the only one who writes to this mailbox. */
export const mailboxClaim = (address: string): string => `mailbox#${mailboxKey(address)}`;
