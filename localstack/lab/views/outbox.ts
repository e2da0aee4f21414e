import type { SentMail } from "../mail/outbox.ts";
import { table } from "../table.ts";
import { shortlyIso } from "../times.ts";

const sentAt = ({ at }: SentMail): string => (at ? shortlyIso(at) : "");

export const outboxText = (mails: readonly SentMail[]): string =>
  mails.length === 0
    ? "No mails sent yet."
    : table(
        ["No", "Sent", "Rule", "To", "Subject"],
        mails.map((m, i) => [String(i + 1), sentAt(m), m.rule, m.to.join(", "), m.subject]),
      );

const RULE = "─".repeat(72);

/** One mail as its recipient reads it. */
export const mailText = (mail: SentMail): string =>
  [
    RULE,
    `Sent:    ${sentAt(mail)}`,
    `To:      ${mail.to.join(", ")}`,
    `Subject: ${mail.subject}`,
    "",
    mail.text.trimEnd(),
  ].join("\n");
