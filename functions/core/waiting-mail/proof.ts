import type { Reading } from "../../reading/reading.ts";

/** Also where the two parsers do not agree on who sent it. */
const isOfTheSender = (reason: string): boolean =>
  reason.startsWith("sender-") || reason === "views-disagree:sender";

/** Whether the ledger's reasons leave it open whose mail it is. */
export const saysUnproved = (reasons: readonly string[]): boolean =>
  reasons.some(
    (reason) => isOfTheSender(reason) || reason === "authentication-failed" || reason === "no-receipt",
  );

/**
 * Whether the mail is proved to be this force's. A passed verdict alone proves only that a mail comes from whom it
 * says, and that may be anybody.
 */
export const isProvedToBeOf = (force: string, { mail, result }: Reading): boolean =>
  mail.trusted && mail.force === force && !result.reasons.some(isOfTheSender);
