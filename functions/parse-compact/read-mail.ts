import { openMail } from "../adapters/mail-reader/open-mail.ts";
import type { OpenedMail } from "../domain/compact/document.ts";
import { extendVocabulary, type VocabularyExtension } from "../domain/compact/extend-vocabulary.ts";
import { judge } from "../domain/compact/judge.ts";
import { type Lexicon, lexiconOf } from "../domain/compact/lexicon.ts";
import { readCompacts } from "../domain/compact/read-compacts.ts";
import { plainMailbox, strictSender } from "../domain/compact/sender.ts";
import { judgeReceipt, judgeSender } from "../domain/compact/trust.ts";
import { vocabulary } from "../domain/compact/vocabulary.ts";
import type { Reading, ReadOptions } from "./reading.ts";

const lexicons = new Map<string, Lexicon>();

/** Compiling a vocabulary costs more than reading a mail, and there are as many as there are forces. */
const lexiconFor = (extensions: VocabularyExtension[]): Lexicon => {
  if (extensions.length === 0) return lexiconOf();
  const key = JSON.stringify(extensions);
  const known = lexicons.get(key) ?? lexiconOf(extensions.reduce(extendVocabulary, vocabulary));
  lexicons.set(key, known);
  return known;
};

const innerSenders = (mail: OpenedMail): string[] =>
  mail.mails.flatMap(({ mail: inner }) => {
    const from = strictSender(inner.headers);
    return [...(from ? [from] : []), ...innerSenders(inner)];
  });

const unreadDocuments = ({ files, mails }: OpenedMail): string[] => [
  ...files.flatMap(({ document }) => document ?? []),
  ...mails.flatMap(({ mail }) => unreadDocuments(mail)),
];

const forceVocabulary = (force: string | undefined, options: ReadOptions): VocabularyExtension[] => {
  const own = options.trust?.forces.find(({ id }) => id === force)?.vocabulary;
  return [...(own ? [own] : []), ...(options.vocabulary ? [options.vocabulary] : [])];
};

const secondSender = ({ second }: OpenedMail, from: string | undefined): string[] => {
  if (second?.failed) return ["malformed"];
  return second && from && second.from !== from.toLowerCase() ? ["views-disagree:sender"] : [];
};

/** The whole reading, in this thread and without a limit on its time. `readMail` is the one to call. */
export const readMailHere = async (raw: Uint8Array, options: ReadOptions = {}): Promise<Reading> => {
  const mail = await openMail(raw, options.secondOpinion ?? true, options.documents);
  const from = strictSender(mail.headers);
  const disagreement = secondSender(mail, from);
  const attachedFrom = innerSenders(mail);
  const early = judgeSender(from, attachedFrom, options.trust);
  const reading = readCompacts(
    mail,
    lexiconFor(forceVocabulary(early.force, options)),
    mail.date ?? options.now,
  );
  const quotedFrom = reading.innerFrom ? plainMailbox(reading.innerFrom) : undefined;
  const sender = early.force || !quotedFrom ? early : judgeSender(from, [quotedFrom], options.trust);
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
