import { mergedDisputes, told } from "../domain/compact/dispute.ts";
import { fieldsThat } from "../domain/compact/fields.ts";
import type { OpenedMail } from "./compact/document.ts";
import { holdEndings, isAdministrative } from "./compact/endings/hold-endings.ts";
import { judge } from "./compact/judge.ts";
import { isNamed } from "./compact/merge/same-child.ts";
import { isOfNoChild } from "./compact/of-no-child.ts";
import type { SubjectAccount } from "./compact/read-body.ts";
import { type ChildReading, type MailReading, readCompacts } from "./compact/read-compacts.ts";
import { ownWords } from "./compact/trust/automatic.ts";
import { strictSender, type Writer } from "./compact/trust/sender.ts";
import {
  isForwarder,
  judgeReceipt,
  judgeSender,
  type Sender,
  type TrustPolicy,
} from "./compact/trust/trust.ts";
import { type Accounted, accountFor, withUnread } from "./compact/unread/account-for.ts";
import { extendVocabulary, type VocabularyExtension } from "./compact/words/extend-vocabulary.ts";
import { type Lexicon, lexiconOf } from "./compact/words/lexicon.ts";
import { vocabulary } from "./compact/words/vocabulary.ts";
import { openMail } from "./mail-reader/open-mail.ts";
import { shownMail } from "./mail-reader/shown-mail.ts";
import type { Reading, ReadOptions } from "./reading.ts";

/** Every mail attached, at whatever depth, by who wrote it. */
const attachedWriters = (mail: OpenedMail): Writer[] =>
  mail.mails.flatMap(({ mail: inner }) => [strictSender(inner.headers), ...attachedWriters(inner)]);

/**
 * Who wrote what an account says: of those through whose hands it came the first that is no office of ours, for within
 * the mail of a stranger everything is the stranger's, whomever it quotes. Own words of an office are its own.
 */
const writerOf = ({ writers, place }: SubjectAccount, policy: TrustPolicy): Writer => {
  const stranger = writers.findIndex((writer) => writer === undefined || !isForwarder(writer, policy));
  if (stranger >= 0) return writers[stranger];
  return place === "quote" ? undefined : writers.at(-1);
};

/** Who wrote the reports in a mail that an office passes on, each view and each attached mail for itself. */
const writersOf = (accounts: readonly SubjectAccount[], policy: TrustPolicy): Writer[] =>
  accounts.filter(({ children }) => children.some(isNamed)).map((account) => writerOf(account, policy));

/** What an episode is found by, who is looked for, and what its clocks go by. */
const telling = fieldsThat("identifies", "times");

/** Letters that no charset explains are gaps: a name with one is nobody's, and may be taken for another child's. */
const withUnreadLetters = (child: ChildReading): ChildReading => {
  const { provenance } = child.draft;
  const hasGap = telling.some((field) => provenance[field]?.raw.includes("\ufffd"));
  return hasGap ? { ...child, reasons: [...child.reasons, "malformed"] } : child;
};

const lexicons = new Map<string, Lexicon>();

/** Compiling a vocabulary costs more than reading a mail, and there are as many as there are forces. */
const lexiconFor = (extensions: VocabularyExtension[]): Lexicon => {
  if (extensions.length === 0) return lexiconOf();
  const key = JSON.stringify(extensions);
  const known = lexicons.get(key) ?? lexiconOf(extensions.reduce(extendVocabulary, vocabulary));
  lexicons.set(key, known);
  return known;
};

const unreadDocuments = ({ files, mails }: OpenedMail): string[] => [
  ...files.flatMap(({ document }) => document ?? []),
  ...mails.flatMap(({ mail }) => unreadDocuments(mail)),
];

const forceVocabulary = (force: string | undefined, options: ReadOptions): VocabularyExtension[] => {
  const own = options.trust?.forces.find(({ id }) => id === force)?.vocabulary;
  return [...(own ? [own] : []), ...(options.vocabulary ? [options.vocabulary] : [])];
};

/** What the second parser makes otherwise of who wrote a mail, or one within it. */
const secondSender = ({ headers, second, mails }: OpenedMail): string[] => {
  const from = strictSender(headers)?.toLowerCase();
  return [
    ...(second?.failed ? ["malformed"] : []),
    ...(second && !second.failed && from && second.from !== from ? ["views-disagree:sender"] : []),
    ...mails.flatMap(({ mail }) => secondSender(mail)),
  ];
};

/** Of a mail an office passes on, whose the reports in it are; nothing where it is no such mail or reports nothing. */
const passedOnBy = (
  from: string | undefined,
  { accounts }: MailReading,
  policy: TrustPolicy | undefined,
): Sender | undefined => {
  if (!from || !policy || !isForwarder(from, policy)) return undefined;
  const writers = writersOf(accounts, policy);
  return writers.length > 0 ? judgeSender(from, writers, policy) : undefined;
};

/** "RE: RE: Missing …": a talk about a report that came long before. Whoever passes one on, after however many hands, says so. */
const isTalk = ({ subject = "" }: OpenedMail, { accounts }: MailReading): boolean => {
  const reports = accounts.filter(({ children }) => children.some(isNamed));
  return /^\s*re\s*:/i.test(subject) && reports.length > 0 && reports.every((one) => one.isTalkedOf);
};

export type Accountable = {
  reading: Reading;
  /** What became of each line of the mail. */
  account: () => Accounted[];
};

/** The whole reading, and where every word of the mail is in it. */
export const readAccountably = async (raw: Uint8Array, options: ReadOptions = {}): Promise<Accountable> => {
  const mail = await openMail(raw, options.secondOpinion ?? true, options.documents);
  const from = strictSender(mail.headers);
  const disagreement = secondSender(mail);
  const early = judgeSender(from, attachedWriters(mail), options.trust);
  const lexicon = lexiconFor(forceVocabulary(early.force, options));
  const mailDate = mail.date ?? options.now;
  const read = readCompacts(ownWords(mail), lexicon, mailDate);
  const isPassedOn = from !== undefined && options.trust !== undefined && isForwarder(from, options.trust);
  const { children: held, doubt } = holdEndings(read.children.map(withUnreadLetters), mail, {
    lexicon,
    isPassedOn,
    isTalk: isTalk(mail, read),
  });
  const account = (): Accounted[] =>
    accountFor(
      mail,
      held.map(({ draft }) => draft),
      read.accounts.flatMap(({ pairs }) => pairs),
      lexicon,
    );
  const children = held.length > 0 ? withUnread(held, account()) : [];
  const disputed = children.flatMap((child) => child.disputes ?? []);
  const sender = passedOnBy(from, read, options.trust) ?? early;
  const disputes = mergedDisputes(told(disputed));
  const receipt = judgeReceipt(options.receipt);
  const documents = [...new Set(unreadDocuments(mail))];
  const shown = options.shows ? { shown: { ...shownMail(mail), disputes: mergedDisputes(disputed) } } : {};
  const isNoReport = children.length === 0 && isAdministrative(mail, undefined, lexicon);
  const { result, automatic } = judge(mail, { ...read, children, isNoReport }, [
    ...sender.reasons,
    ...disagreement,
    ...receipt.reasons,
  ]);
  const reading: Reading = {
    result,
    mail: {
      ...(from ? { from } : {}),
      ...(mail.date ? { date: mail.date } : {}),
      ...(mail.messageId ? { messageId: mail.messageId } : {}),
      ...(mail.subject ? { subject: mail.subject } : {}),
      digest: mail.digest,
      ...(documents.length > 0 ? { documents } : {}),
      ...(sender.force ? { force: sender.force } : {}),
      trusted: receipt.trusted,
      automatic,
      ...(children.length === 0 && isOfNoChild(mail, mailDate) ? { ofNoChild: true } : {}),
      ...(doubt ? { doubt } : {}),
      ...(disputes.length > 0 ? { disputes } : {}),
    },
    ...shown,
  };
  return { reading, account };
};

/** The whole reading, in this thread and without a limit on its time. `readMail` is the one to call. */
export const readMailHere = async (raw: Uint8Array, options: ReadOptions = {}): Promise<Reading> =>
  (await readAccountably(raw, options)).reading;
