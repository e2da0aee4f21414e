import type { ParseResult } from "../domain/compact/types.ts";
import type { Reading, ReadOptions } from "./reading.ts";
import { readInWorker } from "./reading-worker.ts";

export type { SesReceipt, TrustPolicy } from "../domain/compact/trust-policy.ts";
export { sesReceiptSchema, trustPolicySchema } from "../domain/compact/trust-policy.ts";
export type { MailFacts, Reading, ReadOptions } from "./reading.ts";
export { warmUp } from "./reading-worker.ts";

/** Reads a raw mail: what it says about each child, and the facts of its envelope. Never throws for a bad mail. */
export const readMail = (raw: Uint8Array, options: ReadOptions = {}): Promise<Reading> =>
  readInWorker(raw, options);

/** As `readMail`, only what the mail says. */
export const parseCompact = async (raw: Uint8Array, options: ReadOptions = {}): Promise<ParseResult> =>
  (await readMail(raw, options)).result;
