import type { CompactDraft } from "../../domain/compact/compact.ts";
import type { OpenedMail } from "./document.ts";
import { draftOf, whatIsMissing, withFlags } from "./drafts.ts";
import { mergeMails } from "./merge/merge-mails.ts";
import { ofSameChild, type Report } from "./merge/reports.ts";
import { refuseShared } from "./merge/shared-references.ts";
import { type MailContext, readOwnWords, type SubjectAccount } from "./read-body.ts";
import { strictSender } from "./trust/sender.ts";
import type { Unread } from "./unread.ts";
import type { Lexicon } from "./words/lexicon.ts";

export type ChildReading = { draft: CompactDraft; reasons: string[] };
export type MailReading = {
  children: ChildReading[];
  unrecognised: Unread[];
  /** Each place that says something, in the mail and in those attached to it. */
  accounts: SubjectAccount[];
};

type ReportsRead = { reports: Report[]; unrecognised: Unread[]; accounts: SubjectAccount[] };

const sentAt = (date: string | undefined): number | undefined => (date ? Date.parse(date) : undefined);

/** What a mail says itself, and what the mails attached to it say. */
const readAll = (mail: OpenedMail, context: MailContext): ReportsRead => {
  const own = readOwnWords(mail, context);
  const inner = mail.mails.map(({ name, mail: one }) =>
    readAll(one, {
      ...context,
      mailDate: one.date ?? context.mailDate,
      source: context.source ?? `attachment:${name}`,
      writers: [...context.writers, strictSender(one.headers)],
    }),
  );
  const { reports, notes } = mergeMails(
    own,
    sentAt(mail.date),
    inner.flatMap((one) => one.reports),
  );
  return {
    reports,
    unrecognised: [
      ...own.reading.unrecognised,
      ...mail.hidden.map((value) => ({ kind: "hidden" as const, label: "", value })),
      ...notes,
      ...inner.flatMap((one) => one.unrecognised),
    ],
    accounts: [...own.accounts, ...inner.flatMap((one) => one.accounts)],
  };
};

/** Everything a mail reports, child by child, each with what stands against acting on it. */
export const readCompacts = (
  mail: OpenedMail,
  lexicon: Lexicon,
  mailDate: string | undefined,
): MailReading => {
  const writers = [strictSender(mail.headers)];
  const { reports: read, unrecognised, accounts } = readAll(mail, { lexicon, mailDate, writers });
  const reports = refuseShared(read);
  const [first] = reports;
  const isOfOneChild =
    first !== undefined && reports.every((one) => one === first || ofSameChild(one.child, first.child));
  const remarks = unrecognised.filter(({ kind }) => kind !== "hidden").map(({ value }) => value);
  const children = reports.map(({ child }): ChildReading => {
    const draft = withFlags(draftOf(child), isOfOneChild ? remarks : [], lexicon);
    return { draft, reasons: whatIsMissing(draft, child, mailDate) };
  });
  return { children, unrecognised, accounts };
};
