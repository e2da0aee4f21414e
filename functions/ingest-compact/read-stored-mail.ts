import * as z from "zod";
import type { StoredMail } from "../core/ports/ledger.ts";
import { sesReceiptSchema } from "../reading/compact/trust/trust.ts";
import type { Reading } from "../reading/reading.ts";

/** Asks what a stored mail says, for a function that cannot read mails: `{ read: { mailId, receipt, receivedAt, shows } }`. */
export const readRequestSchema = z.object({
  read: z.object({
    mailId: z.string().min(1),
    /** As the ledger keeps it. One that is none counts as missing, and then the mail is not trusted. */
    receipt: sesReceiptSchema.optional().catch(undefined),
    receivedAt: z.iso.datetime({ offset: true }),
    shows: z.boolean().optional(),
  }),
});

/** Lambda answers with six megabytes at most. */
const mostBytes = 5_000_000;

/**
 * Such an answer could not be kept either: a row holds 400 kB. What remains of it is the envelope, and whoever
 * decides about the mail says the rest.
 */
const withinBounds = (reading: Reading): Reading => {
  if (Buffer.byteLength(JSON.stringify(reading)) <= mostBytes) return reading;
  const { subject: _, documents: __, ...mail } = reading.mail;
  return { result: { status: "quarantined", reasons: ["too-large"], compacts: [] }, mail };
};

/** What the mail says, read with the code of now. Keeps and changes nothing. */
export const readStoredMail = async (
  mail: StoredMail,
  read: (mail: StoredMail) => Promise<Reading>,
): Promise<Reading> => withinBounds(await read(mail));
