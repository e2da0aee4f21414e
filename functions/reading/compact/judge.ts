import type { Compact, ParseResult } from "../../domain/compact/compact.ts";
import { quarantines } from "../../domain/compact/quarantine-reasons.ts";
import { type OpenedMail, printed } from "./document.ts";
import { namesAChild } from "./drafts.ts";
import type { MailReading } from "./read-compacts.ts";
import { automaticReason } from "./trust/automatic.ts";

/** Reasons of a mail's form that leave nothing to say about what it does not contain. */
const unreadable = new Set(["empty", "malformed", "too-large", "too-slow", "encrypted"]);

const allFiles = (mail: OpenedMail): OpenedMail["files"] => [
  ...mail.files,
  ...mail.mails.flatMap(({ mail: inner }) => allFiles(inner)),
];
const allFaults = (mail: OpenedMail): string[] => [
  ...mail.faults,
  ...mail.mails.flatMap(({ mail: inner }) => allFaults(inner)),
];

const fileReasons = (mail: OpenedMail): string[] =>
  allFiles(mail).map(({ name, content }) =>
    content === "encrypted" ? "encrypted" : `unreadable-attachment:${name}`,
  );

const nothingRead = ["unknown-kind", "no-reference", "no-surname", "no-date-of-birth"];

/** Accepted or for a person, with every reason that applies. */
export const judge = (
  mail: OpenedMail,
  reading: MailReading & { isNoReport: boolean },
  senderReasons: readonly string[],
): { result: ParseResult; automatic: boolean } => {
  const readable = reading.children.filter(({ reasons }) => !quarantines(reasons));
  const waiting = reading.children.filter(({ reasons }) => quarantines(reasons)).map(({ draft }) => draft);
  const automatic = automaticReason(
    mail,
    reading.children.some(({ draft }) => namesAChild(draft)),
  );
  const faults = allFaults(mail);
  const files = fileReasons(mail);
  const ofTheMail = [...faults, ...senderReasons];
  const childReasons = reading.children.flatMap(({ reasons }) => reasons);
  const silent =
    reading.children.length === 0 && !faults.some((fault) => unreadable.has(fault))
      ? [...(reading.isNoReport ? ["not-a-report"] : []), ...nothingRead]
      : [];
  const reasons = automatic
    ? [automatic, ...senderReasons]
    : [...new Set([...ofTheMail, ...files, ...childReasons, ...silent])];
  const unrecognised =
    reading.unrecognised.length > 0 ? { unrecognised: reading.unrecognised.map(printed) } : {};
  const stopped =
    automatic !== undefined ||
    quarantines([...ofTheMail, ...files.filter((file) => file === "encrypted")]) ||
    readable.length === 0;
  return {
    automatic: automatic !== undefined,
    result: stopped
      ? {
          status: "quarantined",
          reasons,
          compacts: reading.children.map(({ draft }) => draft),
          ...unrecognised,
        }
      : {
          status: "accepted",
          reasons,
          compacts: readable.map(({ draft }) => draft as Compact),
          ...(waiting.length > 0 ? { waiting } : {}),
          ...unrecognised,
        },
  };
};
