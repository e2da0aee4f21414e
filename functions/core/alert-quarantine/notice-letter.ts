import { inWords, toInstant } from "../../domain/calendar/instant.ts";
import type { Letter } from "../../domain/letters/letter.ts";
import type { Profile } from "../../domain/profile/profile.ts";
import type { WaitingMail } from "../ports/ledger.ts";

/** The same words came again while the first mail waits: told, for it may be another event that looks alike. */
export const copyLetter = (mail: WaitingMail, to: readonly string[], profile: Profile): Letter => ({
  to,
  subject: `A mail that waits for a person came again: ${mail.duplicateOf}, now as ${mail.mailId}`,
  rule: "quarantine",
  paragraphs: [
    {
      heading: "The same mail came again while the first one waits",
      lines: [
        `Received: ${inWords(toInstant(mail.receivedAt))}`,
        `The first: ${mail.duplicateOf}. The second: ${mail.mailId}.`,
        "Nothing was done about either. Whatever is decided about the first holds for both.",
      ],
    },
    {
      heading: "What to do",
      lines: ["Decide about the first. If you believe that they are two reports, ask the force."],
    },
    { lines: [`Mail: ${profile.consoleUrl}/quarantine/${mail.duplicateOf}`] },
  ],
});
