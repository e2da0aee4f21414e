import type { ParseResult } from "../domain/compact/compact.ts";
import { readDocumentApart, unhurried as unhurriedDocument } from "./document-reader/read-apart.ts";
import { readWithDocuments } from "./read-with-documents.ts";
import type { Reading, ReadOptions } from "./reading.ts";
import { readInWorker, unhurried } from "./reading-worker.ts";

export type { SesReceipt, TrustPolicy } from "./compact/trust/trust.ts";
export { sesReceiptSchema, trustPolicySchema } from "./compact/trust/trust.ts";
export { type ReadDocument, readWithDocuments } from "./read-with-documents.ts";
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
