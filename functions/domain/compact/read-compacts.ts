import type { OpenedMail, View } from "./document.ts";
import { draftOf, whatIsMissing, withFlags } from "./drafts.ts";
import { sameValue } from "./findings.ts";
import type { Lexicon } from "./lexicon.ts";
import { compareReadings, mergeReadings } from "./merge-views.ts";
import { readView, type ViewReading } from "./read-view.ts";
import type { Settled } from "./settle.ts";
import type { CompactDraft, UnrecognisedLabel } from "./types.ts";

export type ChildReading = { draft: CompactDraft; reasons: string[] };
export type MailReading = { children: ChildReading[]; unrecognised: UnrecognisedLabel[]; innerFrom?: string };

const nothing: ViewReading = { children: [], unrecognised: [] };
const prefixes = /^(?:\s*(?:re|fw|fwd|automatic reply|external)\s*:|\s*\[[^\]]{1,20}\])\s*/i;

const bareSubject = (subject: string): string => {
  let bare = subject;
  while (prefixes.test(bare)) bare = bare.replace(prefixes, "");
  return bare;
};

const namesAChild = ({ values }: Settled): boolean =>
  values.has("surname") || values.has("dateOfBirth") || values.has("forenames");

/** "Please see attached" under a subject with a reference is no report beside the one attached. */
const beside = (own: ViewReading, attached: ViewReading): ViewReading =>
  attached.children.some(namesAChild) ? { ...own, children: own.children.filter(namesAChild) } : own;

type Context = { lexicon: Lexicon; mailDate: string | undefined; source?: string };

const readOwnViews = (mail: OpenedMail, { lexicon, mailDate, source }: Context): ViewReading => {
  const latestYear = Number((mail.date ?? mailDate ?? "2099").slice(0, 4));
  const readAs =
    (subject: string) =>
    (view: View): ViewReading =>
      readView(source ? { ...view, source } : view, { lexicon, subject: bareSubject(subject), latestYear });
  const bodyOf = (views: readonly View[], subject: string): ViewReading =>
    views
      .filter((view) => view.source === "html" || view.source === "text")
      .map(readAs(subject))
      .reduce((all, one) => mergeReadings(all, one, "views-disagree"), nothing);
  const body = bodyOf(mail.views, mail.subject ?? "");
  const other = mail.second?.other;
  const seen = other ? compareReadings(body, bodyOf(other.views, other.subject)) : body;
  const attached = mail.views
    .filter((view) => view.source.startsWith("attachment:"))
    .map(readAs(mail.subject ?? ""));
  const reading = attached.reduce(
    (all, one) => mergeReadings(beside(all, one), one, "conflicting-values"),
    seen,
  );
  const hidden = mail.hidden.map((value) => ({ label: "hidden text", value }));
  return { ...reading, children: [...reading.children], unrecognised: [...reading.unrecognised, ...hidden] };
};

const sameReport = (a: Settled, b: Settled): boolean =>
  sameValue(a.values.get("reference"), b.values.get("reference"));

/** The mail's own words first; of the mails attached, what reports anything else. */
const readAll = (mail: OpenedMail, context: Context): ViewReading => {
  const all = readOwnViews(mail, context);
  for (const { name, mail: inner } of mail.mails) {
    const source = context.source ?? `attachment:${name}`;
    const reading = readAll(inner, { ...context, mailDate: inner.date ?? context.mailDate, source });
    all.children = beside(all, reading).children;
    all.children.push(
      ...reading.children.filter((child) => !all.children.some((one) => sameReport(one, child))),
    );
    all.unrecognised.push(...reading.unrecognised);
    if (reading.innerFrom) all.innerFrom ??= reading.innerFrom;
  }
  return all;
};

/** Everything a mail reports, child by child, each with what stands against acting on it. */
export const readCompacts = (
  mail: OpenedMail,
  lexicon: Lexicon,
  mailDate: string | undefined,
): MailReading => {
  const reading = readAll(mail, { lexicon, mailDate });
  const remarks = reading.unrecognised
    .filter(({ label }) => label !== "hidden text")
    .map(({ value }) => value);
  const children = reading.children.map((settled): ChildReading => {
    const draft = withFlags(draftOf(settled), reading.children.length === 1 ? remarks : [], lexicon);
    return { draft, reasons: whatIsMissing(draft, settled, mailDate) };
  });
  return {
    children,
    unrecognised: reading.unrecognised,
    ...(reading.innerFrom ? { innerFrom: reading.innerFrom } : {}),
  };
};
