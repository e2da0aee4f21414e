import * as z from "zod";

/** Photographs make a report large; nothing that has to be read does. */
export const mostDocumentBytes = 20_000_000;

/**
 * What the reader of attachments makes of a DOCX or PDF file: its words as plain HTML, tables as tables, ticked boxes
 * as "☒" and empty ones as "☐", struck-out words as `<s>`. `partial` where some of it could not be read: a page that is
 * a picture, whatever is stamped on it, or words in a font that doesn't tell its letters. Refused is what it does not
 * open: locked, without any text, damaged (or neither of the two), or over its bounds of size or time.
 */
export const documentTextSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("read"), html: z.string(), partial: z.boolean() }),
  z.object({
    kind: z.literal("refused"),
    reason: z.enum(["encrypted", "no-text", "damaged", "too-large", "too-slow"]),
  }),
]);

export type DocumentText = z.infer<typeof documentTextSchema>;

/** By the SHA-256 digest of the file: ids, logs and calls between functions may not carry its name. */
export type DocumentTexts = Readonly<Record<string, DocumentText>>;
