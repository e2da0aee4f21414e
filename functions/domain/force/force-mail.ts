import type { Instant } from "../calendar/instant.ts";
import type { LabelCount } from "../compact/label-count.ts";

/** What the ledger keeps of a mail from a force's domain. Machines' answers to our own mails are not among them. */
export type ForceMail = {
  receivedAt: Instant;
  /** Sent before: the force lives, and nothing new is known of how its mails are read. */
  duplicate: boolean;
  /** It was quarantined, whatever a person decided about it since. */
  quarantined: boolean;
  /** SES's receipt proves that the force sent it. */
  proved: boolean;
  labels: LabelCount;
};
