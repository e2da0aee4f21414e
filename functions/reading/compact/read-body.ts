import type { OpenedMail, View } from "./document.ts";
import { type KindAround, kindAround, mergeDocuments } from "./merge/merge-documents.ts";
import { compareReadings, mergeReadings } from "./merge/merge-views.ts";
import { type Account, type Passage, readView, type ViewReading } from "./read-view.ts";
import type { Writer } from "./trust/sender.ts";
import { saySameWords } from "./unread/whole.ts";
import { referencesIn } from "./values/references.ts";
import type { Settled } from "./values/settle.ts";
import type { Lexicon } from "./words/lexicon.ts";

export type MailContext = {
  lexicon: Lexicon;
  mailDate: string | undefined;
  source?: string;
  /** Who passed it on, and who sent it. */
  writers: readonly Writer[];
};

const nothing: ViewReading = { children: [], unrecognised: [] };
const prefixes = /^(?:\s*(?:re|fw|fwd|automatic reply|external)\s*:|\s*\[[^\]]{1,20}\])\s*/i;

const bareSubject = (subject: string): string => {
  let bare = subject;
  while (prefixes.test(bare)) bare = bare.replace(prefixes, "");
  return bare;
};

const passageOf = (subject: string): Passage => {
  const [, mark] =
    /^\s*(?:(?:\[[^\]]{1,20}\]|external\s*:)\s*)*(re|fwd?|automatic reply)\b(?:\[\d+\])?\s*:/i.exec(
      subject,
    ) ?? [];
  return mark ? (/^fw/i.test(mark) ? "forward" : "answer") : undefined;
};

const withoutReferences = (subject: string): string =>
  referencesIn(subject).reduce((rest, reference) => rest.replace(reference, ""), subject);

const saysWho = ({ values, reasons }: Settled): boolean =>
  reasons.size === 0 && ["reference", "surname", "dateOfBirth"].every((key) => values.has(key));

export type OwnReading = {
  reading: ViewReading;
  around: () => KindAround | undefined;
  /** Who says what in it, for whoever asks whose words they are. */
  accounts: SubjectAccount[];
};

/** An account under its mail's subject. */
export type SubjectAccount = Omit<Account, "under"> & ViewReading;

/** A mail without the mails attached to it: its body, by both parsers, and its documents. */
export const readOwnWords = (
  mail: OpenedMail,
  { lexicon, mailDate, source, writers }: MailContext,
): OwnReading => {
  const latestYear = Number((mail.date ?? mailDate ?? "2099").slice(0, 4));
  const context = { lexicon, latestYear, writers };
  const readAs = (place: Account["place"], views: readonly View[]): Account[] =>
    views.map((view) => readView(source ? { ...view, source } : view, { ...context, place }));
  const isBody = (view: View): boolean => view.source === "html" || view.source === "text";
  const [subject, otherSubject] = [mail.subject ?? "", mail.second?.other?.subject ?? ""];
  /** Of two views that say the same words one is read, unless it was set so that not all of it could be. */
  const readBody = (views: readonly View[], under: string): Account[] => {
    const place = source ? "attached mail" : "view";
    const [first, second, ...others] = views.filter(isBody);
    if (!first || !second || others.length > 0 || !saySameWords(first, second))
      return readAs(place, views.filter(isBody));
    const [account] = readAs(place, [first]);
    const children = account?.under(bareSubject(under), passageOf(under)).children ?? [];
    const isWhole = account && children.length > 0 && children.every(saysWho);
    return isWhole ? [account] : readAs(place, [first, second]);
  };
  const body = readBody(mail.views, subject);
  const documents = readAs(
    "document",
    mail.views.filter((view) => !isBody(view)),
  );
  const other = mail.second?.other;
  const otherBody = other ? readBody(other.views, otherSubject) : [];
  const under = (accounts: readonly Account[], subject: string): SubjectAccount[] =>
    accounts.map(({ under: one, ...account }) => ({
      ...account,
      ...one(bareSubject(subject), passageOf(subject)),
    }));
  const resolve = (subject: string, otherSubject: string): OwnReading => {
    const accounts = [...under(body, subject), ...under(documents, subject)];
    const seen = accounts.slice(0, body.length).reduce(mergeReadings, nothing);
    const whole = other
      ? compareReadings(seen, under(otherBody, otherSubject).reduce(mergeReadings, nothing))
      : seen;
    const around = (): KindAround | undefined => kindAround(whole, bareSubject(subject), lexicon);
    return documents.length > 0
      ? { reading: mergeDocuments(whole, accounts.slice(body.length), around), around, accounts }
      : { reading: whole, around, accounts };
  };
  const own = resolve(subject, otherSubject);
  // A subject names one of the children a body and its documents tell of, and each of those alone would take it for its own.
  const isShared =
    documents.length > 0 && own.reading.children.length > 1 && referencesIn(subject).length > 0;
  return isShared ? resolve(withoutReferences(subject), withoutReferences(otherSubject)) : own;
};
