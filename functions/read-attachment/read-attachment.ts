import * as z from "zod";
import type { DocumentText } from "../reading/compact/document-text.ts";

/** One file of a stored mail, by the mail's id and the SHA-256 digest of the file: its name may be a child's. */
export const attachmentRequestSchema = z.object({
  mailId: z.string().min(1),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

export type ReadAttachmentDeps = {
  rawMail: (mailId: string) => Promise<Uint8Array>;
  /** Within bounds of time and memory. Throws only for reasons that are not the file's. */
  readDocument: (raw: Uint8Array, digest: string) => Promise<DocumentText>;
};

/** The text of a DOCX or PDF file attached to a stored mail, or why it is not opened. Keeps and changes nothing. */
export const readAttachment = async (
  { mailId, digest }: z.output<typeof attachmentRequestSchema>,
  { rawMail, readDocument }: ReadAttachmentDeps,
): Promise<DocumentText> => readDocument(await rawMail(mailId), digest);
