import type { Accounted } from "../mail/accounted.ts";
import type { DecidedMail } from "../mail/decide.ts";
import type { DecidedLine, Waiting } from "../mail/quarantine.ts";
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

const decisionText = ({ kind, at, by, reason, leftOut = [], unproved }: DecidedLine["decision"]): string =>
  [
    `${kind} by ${by}, ${shortlyIso(at)}`,
    leftOut.length > 0 ? `without report ${leftOut.join(", ")}` : undefined,
    unproved ? "not proved to be the force's" : undefined,
    reason,
  ]
    .filter(Boolean)
    .join("; ");

/** What waits, and below it what waited, with who ended that and why. */
export const allText = (waiting: readonly Waiting[], decided: readonly DecidedLine[]): string =>
  [
    quarantineText(waiting),
    ...(decided.length === 0
      ? []
      : [
          table(
            ["Received", "Mail", "Decision", "Why it waited"],
            decided.map((m) => [
              shortlyIso(m.receivedAt),
              m.mailId,
              decisionText(m.decision),
              m.reasons.join(", "),
            ]),
          ),
        ]),
  ].join("\n\n");

export const decidedText = ({ mailId, outcome, episodes }: DecidedMail): string =>
  [`${mailId}: ${outcome}`, episodes.join(", ")].filter(Boolean).join(" · ");
