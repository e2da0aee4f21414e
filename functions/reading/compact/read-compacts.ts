import type { CompactDraft, UnrecognisedLabel } from "../../domain/compact/compact.ts";
import { type Dispute, disputeOf } from "../../domain/compact/dispute.ts";
import type { OpenedMail } from "./document.ts";
import { draftOf, whatIsMissing, withFlags } from "./drafts.ts";
import { mergeMails } from "./merge/merge-mails.ts";
import { ofSameChild, type Report } from "./merge/reports.ts";
import { refuseShared } from "./merge/shared-references.ts";
import { type MailContext, readOwnWords } from "./read-body.ts";
import { withSafeTimes } from "./values/safe-times.ts";
import type { Lexicon } from "./words/lexicon.ts";

export type ChildReading = { draft: CompactDraft; reasons: string[]; disputes?: readonly Dispute[] };
export type MailReading = { children: ChildReading[]; unrecognised: UnrecognisedLabel[]; innerFrom?: string };

type ReportsRead = { reports: Report[]; unrecognised: UnrecognisedLabel[]; innerFrom?: string };

const sentAt = (date: string | undefined): number | undefined => (date ? Date.parse(date) : undefined);

/** What a mail says itself, and what the mails attached to it say. */
const readAll = (mail: OpenedMail, context: MailContext): ReportsRead => {
  const own = readOwnWords(mail, context);
  const inner = mail.mails.map(({ name, mail: one }) =>
    readAll(one, {
      ...context,
      mailDate: one.date ?? context.mailDate,
      source: context.source ?? `attachment:${name}`,
    }),
  );
  const { reports, notes } = mergeMails(
    own,
    sentAt(mail.date),
    inner.flatMap((one) => one.reports),
  );
  const from = own.reading.innerFrom ?? inner.find((one) => one.innerFrom)?.innerFrom;
  return {
    reports,
    unrecognised: [
      ...own.reading.unrecognised,
      ...mail.hidden.map((value) => ({ label: "hidden text", value })),
      ...notes,
      ...inner.flatMap((one) => one.unrecognised),
    ],
    ...(from ? { innerFrom: from } : {}),
  };
};

/** A time that can't be, with those it can't be beside. */
const timesBeside = (reason: string, draft: CompactDraft): Dispute[] => {
  const field = /^conflicting-values:((?:found|returned)At|missingSince)$/.exec(reason)?.[1];
  const { missingSince, reportedAt, foundAt, returnedAt } = draft;
  return field ? disputeOf(field, missingSince, reportedAt, foundAt, returnedAt) : [];
};

/** Everything a mail reports, child by child, each with what stands against acting on it. */
export const readCompacts = (
  mail: OpenedMail,
  lexicon: Lexicon,
  mailDate: string | undefined,
): MailReading => {
  const { reports: read, unrecognised, innerFrom } = readAll(mail, { lexicon, mailDate });
  const reports = refuseShared(read);
  const [first] = reports;
  const isOfOneChild =
    first !== undefined && reports.every((one) => one === first || ofSameChild(one.child, first.child));
  const remarks = unrecognised.filter(({ label }) => label !== "hidden text").map(({ value }) => value);
  const children = reports.map(({ child }): ChildReading => {
    const { draft, odd } = withSafeTimes(draftOf(child), mailDate);
    const flagged = withFlags(draft, isOfOneChild ? remarks : [], lexicon);
    const reasons = [...whatIsMissing(flagged, child, mailDate), ...odd.map((field) => `odd-time:${field}`)];
    const disputes = [
      ...(child.disputes ?? []),
      ...reasons.flatMap((reason) => timesBeside(reason, flagged)),
    ];
    return { draft: flagged, reasons, ...(disputes.length > 0 ? { disputes } : {}) };
  });
  return { children, unrecognised, ...(innerFrom ? { innerFrom } : {}) };
};
