import type { OpenedMail, View } from "./document.ts";
import { type KindAround, kindAround } from "./merge/kind-around.ts";
import { mergeDocuments } from "./merge/merge-documents.ts";
import { compareReadings, mergeReadings } from "./merge/merge-views.ts";
import { readView, type ViewReading } from "./read-view.ts";
import { referencesIn } from "./values/references.ts";
import type { Lexicon } from "./words/lexicon.ts";

export type MailContext = { lexicon: Lexicon; mailDate: string | undefined; source?: string };

const nothing: ViewReading = { children: [], unrecognised: [] };
const prefixes = /^(?:\s*(?:re|fw|fwd|automatic reply|external)\s*:|\s*\[[^\]]{1,20}\])\s*/i;

const bareSubject = (subject: string): string => {
  let bare = subject;
  while (prefixes.test(bare)) bare = bare.replace(prefixes, "");
  return bare;
};

const withoutReferences = (subject: string): string =>
  referencesIn(subject).reduce((rest, reference) => rest.replace(reference, ""), subject);

const isAttached = ({ source }: View): boolean => source.startsWith("attachment:");

export type OwnReading = { reading: ViewReading; around: () => KindAround | undefined };

/** A mail without the mails attached to it: its body, by both parsers, and its documents. */
export const readOwnWords = (mail: OpenedMail, { lexicon, mailDate, source }: MailContext): OwnReading => {
  const latestYear = Number((mail.date ?? mailDate ?? "2099").slice(0, 4));
  const readAs =
    (subject: string) =>
    (view: View): ViewReading =>
      readView(source ? { ...view, source } : view, { lexicon, subject: bareSubject(subject), latestYear });
  const bodyOf = (views: readonly View[], subject: string): ViewReading =>
    views
      .filter((view) => view.source === "html" || view.source === "text")
      .map(readAs(subject))
      .reduce(mergeReadings, nothing);
  const other = mail.second?.other;
  const documents = mail.views.filter(isAttached);
  const read = (subject: string, otherSubject: string): OwnReading => {
    const seen = bodyOf(mail.views, subject);
    const body = other ? compareReadings(seen, bodyOf(other.views, otherSubject)) : seen;
    const around = (): KindAround | undefined => kindAround(body, bareSubject(subject), lexicon);
    return documents.length > 0
      ? { reading: mergeDocuments(body, documents.map(readAs(subject)), around), around }
      : { reading: body, around };
  };
  const [subject, otherSubject] = [mail.subject ?? "", other?.subject ?? ""];
  const own = read(subject, otherSubject);
  // A subject names one of the children a body and its documents tell of, and each of those alone would take it for its own.
  const isShared =
    documents.length > 0 && own.reading.children.length > 1 && referencesIn(subject).length > 0;
  return isShared ? read(withoutReferences(subject), withoutReferences(otherSubject)) : own;
};
