import { inWords, toInstant } from "../../domain/calendar/instant.ts";
import type { Letter } from "../../domain/letters/letter.ts";
import type { Profile } from "../../domain/profile/profile.ts";
import type { WaitingMail } from "../ports/ledger.ts";

/** Strangers' mails of an hour in which no word is of a child. */
export const listLetter = (mails: readonly WaitingMail[], role: string, profile: Profile): Letter => ({
  to: profile.recipients[role]?.addresses ?? [],
  subject: `Strangers' mails wait for a person: ${mails.length}`,
  rules: ["quarantine"],
  paragraphs: [
    {
      heading: "Mails to the missing-children address from senders that are none of our forces",
      lines: [
        "Nothing in them reads as a report: no reference, no name, no birth date. Whatever does is told of at once, by itself.",
        ...mails.map(({ mailId, receivedAt }) => `${inWords(toInstant(receivedAt))}: ${mailId}`),
      ],
    },
    {
      heading: "What to do",
      lines: ["Look through them in the console, and discard each with a reason or act on it."],
    },
    { lines: [`Mails that wait: ${profile.consoleUrl}/quarantine`] },
  ],
});
