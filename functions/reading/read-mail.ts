import type { OpenedMail } from "./compact/document.ts";
import { judge } from "./compact/judge.ts";
import { type MailReading, readCompacts } from "./compact/read-compacts.ts";
import { ownWords } from "./compact/trust/automatic.ts";
import { strictSender } from "./compact/trust/sender.ts";
import { isForwarder, judgeReceipt, judgeSender, type Sender } from "./compact/trust/trust.ts";
import type { TrustPolicy } from "./compact/trust/trust-policy.ts";
import { extendVocabulary, type VocabularyExtension } from "./compact/words/extend-vocabulary.ts";
import { type Lexicon, lexiconOf } from "./compact/words/lexicon.ts";
import { vocabulary } from "./compact/words/vocabulary.ts";
import { openMail } from "./mail-reader/open-mail.ts";
import { attachedWriters, writersOf } from "./origin.ts";
import type { Reading, ReadOptions } from "./reading.ts";
import { withUnreadLetters } from "./unread-letters.ts";

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

/** The whole reading, in this thread and without a limit on its time. `readMail` is the one to call. */
export const readMailHere = async (raw: Uint8Array, options: ReadOptions = {}): Promise<Reading> => {
  const mail = await openMail(raw, options.secondOpinion ?? true, options.documents);
  const from = strictSender(mail.headers);
  const disagreement = secondSender(mail);
  const early = judgeSender(from, attachedWriters(mail), options.trust);
  const lexicon = lexiconFor(forceVocabulary(early.force, options));
  const mailDate = mail.date ?? options.now;
  const read = readCompacts(ownWords(mail), lexicon, mailDate);
  const reading = { ...read, children: read.children.map(withUnreadLetters) };
  const sender = passedOnBy(from, read, options.trust) ?? early;
  const receipt = judgeReceipt(options.receipt);
  const documents = [...new Set(unreadDocuments(mail))];
  const { result, automatic } = judge(mail, reading, [
    ...sender.reasons,
    ...disagreement,
    ...receipt.reasons,
  ]);
  return {
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
    },
  };
};
