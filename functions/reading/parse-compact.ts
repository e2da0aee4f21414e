import type { ParseResult } from "../domain/compact/compact.ts";
import type { DocumentText } from "./compact/document-text.ts";
import { readDocumentApart, unhurried as unhurriedDocument } from "./document-reader/read-apart.ts";
import type { Reading, ReadOptions } from "./reading.ts";
import { type Limits, readInWorker, unhurried } from "./reading-worker.ts";

export type { SesReceipt, TrustPolicy } from "./compact/trust/trust.ts";
export { sesReceiptSchema, trustPolicySchema } from "./compact/trust/trust.ts";
export type { MailFacts, Reading, ReadOptions } from "./reading.ts";
export { findInWorker, warmUp } from "./reading-worker.ts";

/** Reads a raw mail: what it says about each child, and the facts of its envelope. Never throws for a bad mail. */
export const readMail = (raw: Uint8Array, options: ReadOptions = {}): Promise<Reading> =>
  readInWorker(raw, options);

/** As `readMail`, with attached DOCX and PDF files read by this process. A function asks `read-attachment` instead. */
export const readMailWhole = (raw: Uint8Array, options: ReadOptions = {}): Promise<Reading> =>
  readWithDocuments(raw, options, (digest) => readDocumentApart(raw, digest, unhurriedDocument), unhurried);

/** As `readMailWhole`, only what the mail says, as the contract has it. */
export const parseCompact = async (raw: Uint8Array, options: ReadOptions = {}): Promise<ParseResult> => {
  const { result } = await readMailWhole(raw, options);
  if (result.status === "quarantined") return result;
  const { waiting: _, ...contract } = result;
  return contract;
};

/** Reads one DOCX or PDF file of the mail. Throws only for reasons that are not the file's. */
export type ReadDocument = (digest: string) => Promise<DocumentText>;

/** No report comes in more; what is attached beyond them counts as unreadable. */
const mostDocuments = 5;

/** A machine's answer holds no compact, and nothing is opened that SES says carries a virus. */
const isLeftClosed = ({ mail, result }: Reading): boolean =>
  mail.automatic || result.reasons.includes("virus");

/**
 * A mail with the text of attached DOCX and PDF files included. The mail is read once to learn which files it
 * holds and again with their texts, so that most mails, which have none, wait for nobody.
 */
export const readWithDocuments = async (
  raw: Uint8Array,
  options: ReadOptions,
  readDocument: ReadDocument,
  limits?: Limits,
): Promise<Reading> => {
  const first = await readInWorker(raw, options, limits);
  const wanted = isLeftClosed(first) ? [] : (first.mail.documents ?? []).slice(0, mostDocuments);
  if (wanted.length === 0) return first;
  const texts = await Promise.all(
    wanted.map(async (digest) => [digest, await readDocument(digest)] as const),
  );
  return readInWorker(raw, { ...options, documents: Object.fromEntries(texts) }, limits);
};
