import type { CompactDraft } from "../../domain/compact/compact.ts";
import { type Dispute, disputeOf } from "../../domain/compact/dispute.ts";
import type { OpenedMail, Unread } from "./document.ts";
import { draftOf, whatIsMissing, withFlags } from "./drafts.ts";
import { withReasons } from "./merge/merge-child.ts";
import { mergeMails } from "./merge/merge-mails.ts";
import { ofSameChild, type Report } from "./merge/reports.ts";
import { clash, namesClash, plainReference } from "./merge/same-child.ts";
import { type MailContext, readOwnWords, type SubjectAccount } from "./read-body.ts";
import { strictSender } from "./trust/sender.ts";
import { withSafeTimes } from "./values/possible-times.ts";
import type { Lexicon } from "./words/lexicon.ts";

const areTwo = (a: Report, b: Report): boolean =>
  namesClash(a.child, b.child) || clash("dateOfBirth", a.child, b.child);

/**
 * A reference is one episode's and so one child's. Two children under the same one, in whichever parts of a mail they
 * stand, would become one: a person says whose it is.
 */
const refuseShared = (reports: readonly Report[]): Report[] => {
  if (reports.length < 2) return [...reports];
  const byReference = Map.groupBy(reports, ({ child }) =>
    plainReference(child.values.get("reference") ?? ""),
  );
  const shared = new Set(
    [...byReference]
      .filter(([reference, all]) => reference && all.some((one) => areTwo(one, all[0] as Report)))
      .map(([reference]) => reference),
  );
  return reports.map((report) =>
    shared.has(plainReference(report.child.values.get("reference") ?? ""))
      ? { ...report, child: withReasons(report.child, ["conflicting-values:reference"]) }
      : report,
  );
};

export type ChildReading = { draft: CompactDraft; reasons: string[]; disputes?: readonly Dispute[] };
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
  const writers = [strictSender(mail.headers)];
  const { reports: read, unrecognised, accounts } = readAll(mail, { lexicon, mailDate, writers });
  const reports = refuseShared(read);
  const [first] = reports;
  const isOfOneChild =
    first !== undefined && reports.every((one) => one === first || ofSameChild(one.child, first.child));
  const remarks = unrecognised.filter(({ kind }) => kind !== "hidden").map(({ value }) => value);
  const children = reports.map(({ child }): ChildReading => {
    const { draft, odd } = withSafeTimes(draftOf(child), child.reasons, mailDate);
    const flagged = withFlags(draft, isOfOneChild ? remarks : [], lexicon);
    const isOdd = (reason: string): boolean => odd.some((field) => reason === `unreadable-date:${field}`);
    const reasons = [
      ...whatIsMissing(flagged, child, mailDate).filter((reason) => !isOdd(reason)),
      ...odd.map((field) => `odd-time:${field}`),
    ];
    const disputes = [
      ...(child.disputes ?? []),
      ...reasons.flatMap((reason) => timesBeside(reason, flagged)),
    ];
    return { draft: flagged, reasons, ...(disputes.length > 0 ? { disputes } : {}) };
  });
  return { children, unrecognised, accounts };
};
