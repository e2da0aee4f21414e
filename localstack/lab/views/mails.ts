import type { Accounted } from "../accounted.ts";
import type { DecidedMail } from "../decide.ts";
import type { Waiting } from "../quarantine.ts";
import { table } from "../table.ts";
import { shortlyIso } from "../times.ts";

export const accountedText = ({ mailId, outcome, episodes, reasons }: Accounted): string =>
  [`${mailId}: ${outcome}`, episodes.join(", "), reasons.join(", ")].filter(Boolean).join(" · ");

export const quarantineText = (mails: readonly Waiting[]): string =>
  mails.length === 0
    ? "No mail waits for a person."
    : table(
        ["Received", "Mail", "Reports", "Why"],
        mails.map((m) => [
          shortlyIso(m.receivedAt),
          m.mailId,
          m.waiting === 0 ? "none read" : String(m.waiting),
          m.reasons.join(", "),
        ]),
      );

export const decidedText = ({ mailId, outcome, episodes }: DecidedMail): string =>
  [`${mailId}: ${outcome}`, episodes.join(", ")].filter(Boolean).join(" · ");
