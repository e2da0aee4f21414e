import { inWords, toInstant } from "../../domain/calendar/instant.ts";
import { isOdd } from "../../domain/compact/quarantine-reasons.ts";
import type { Letter } from "../../domain/letters/letter.ts";
import type { Profile } from "../../domain/profile/profile.ts";
import { reasonInShort } from "../../domain/quarantine/reason-words.ts";
import type { WaitingMail } from "../ports/ledger.ts";

/** The same words came again while the first mail waits: told once, for it may be another event that looks alike. */
const copyLetter = (mail: WaitingMail, to: readonly string[], profile: Profile): Letter => ({
  to,
  subject: `A mail that waits for a person came again: ${mail.duplicateOf}, now as ${mail.mailId}`,
  rules: ["quarantine"],
  paragraphs: [
    {
      heading: "The same mail came again while the first one waits",
      lines: [
        `Received: ${inWords(toInstant(mail.receivedAt))}`,
        `The first: ${mail.duplicateOf}. The second: ${mail.mailId}.`,
        "Nothing was done about either. Whatever is decided about the first holds for both, and for any further copy: no mail tells of those.",
      ],
    },
    {
      heading: "What to do",
      lines: ["Decide about the first. If you believe that they are two reports, ask the force."],
    },
    { lines: [`Mail: ${profile.consoleUrl}/quarantine/${mail.duplicateOf}`] },
  ],
});

/** Acted on at once, on the earliest time that can be: somebody looks for the child while a person asks what is right. */
const oddLetter = (mail: WaitingMail, to: readonly string[], profile: Profile): Letter => ({
  to,
  subject: `A report was acted on although its times are odd: ${mail.mailId}`,
  rules: ["quarantine"],
  paragraphs: [
    {
      heading: "A report of a missing child was acted on at once; what it says of its times cannot be",
      lines: [
        `Received: ${inWords(toInstant(mail.receivedAt))}`,
        `What is odd: ${mail.reasons.filter(isOdd).map(reasonInShort).join("; ")}`,
        "The clocks run from the earliest time that can be. Nothing waits for you.",
      ],
    },
    {
      heading: "What to do",
      lines: ["Ask the force for the right time, and let it send an update."],
    },
    { lines: [`Mail: ${profile.consoleUrl}/quarantine/${mail.mailId}`] },
  ],
});

export const noticeLetter = (mail: WaitingMail, to: readonly string[], profile: Profile): Letter =>
  mail.outcome === "applied" ? oddLetter(mail, to, profile) : copyLetter(mail, to, profile);
