import type { Accounted } from "../mail/accounted.ts";
import type { DecidedMail } from "../mail/decide.ts";
import type { DecidedLine, Waiting } from "../mail/quarantine.ts";
import type { ShownMail } from "../mail/show-mail.ts";
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

const readText = ({ child, provenance: _, ...rest }: ShownMail["compacts"][number]): string[] =>
  Object.entries({ ...child, ...rest }).map(
    ([field, value]) => `  ${field}: ${typeof value === "string" ? value : JSON.stringify(value)}`,
  );

export const shownText = ({ text, compacts, unrecognised, ...mail }: ShownMail): string =>
  [
    `${mail.mailId}, received ${shortlyIso(mail.receivedAt)}: ${mail.reasons.join(", ")}`,
    "",
    ...text.split("\n").map((line) => `| ${line}`),
    "",
    ...compacts.flatMap((compact, i) => [`Read of report ${i + 1}:`, ...readText(compact)]),
    ...(compacts.length === 0 ? ["No report could be read in it."] : []),
    ...unrecognised.map(({ label, value }) => `Not understood: ${label}: ${value}`),
  ].join("\n");
