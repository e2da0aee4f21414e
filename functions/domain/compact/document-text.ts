import * as z from "zod";

/**
 * What the reader of attachments makes of a DOCX or PDF file. `partial` where some of it could not be read: a page
 * that is a picture. Refused is what it does not open: locked, without any text, damaged, or over its bounds.
 */
export const documentTextSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("html"), content: z.string(), partial: z.boolean() }),
  z.object({ kind: z.literal("text"), content: z.string(), partial: z.boolean() }),
  z.object({
    kind: z.literal("refused"),
    reason: z.enum(["encrypted", "no-text", "damaged", "too-large", "too-slow"]),
  }),
]);

export type DocumentText = z.infer<typeof documentTextSchema>;

/** By the SHA-256 digest of the file: ids, logs and calls between functions may not carry its name. */
export type DocumentTexts = Readonly<Record<string, DocumentText>>;
