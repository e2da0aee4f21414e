import * as z from "zod";

/** Photographs make a report large; nothing that has to be read does. */
export const mostDocumentBytes = 20_000_000;

/** A row of a table with its cells, or a line of text as the only cell of one that is not ruled. */
const rowSchema = z.object({
  cells: z.array(z.string()),
  gapAbove: z.boolean(),
  /** How many rows each cell stands beside, where any stands beside more than one. */
  spans: z.array(z.number()).exactOptional(),
  /** A row of a ruled table, even with one cell only. */
  isRuled: z.boolean().exactOptional(),
});

export type DocumentRow = z.infer<typeof rowSchema>;

/**
 * What the reader of attachments makes of a file: a DOCX's words as plain HTML with struck-out words as `<s>`, a PDF's
 * as rows; ticked boxes as "☒" and empty ones as "☐". `partial` where some of it could not be read: a page that is a
 * picture, whatever is stamped on it, or words in a font that doesn't tell its letters. Refused is what it does not
 * open: locked, without any text, damaged (or neither of the two), or over its bounds of size or time.
 */
export const documentTextSchema = z.union([
  z.object({ kind: z.literal("read"), html: z.string(), partial: z.boolean() }),
  z.object({ kind: z.literal("read"), rows: z.array(rowSchema), partial: z.boolean() }),
  z.object({
    kind: z.literal("refused"),
    reason: z.enum(["encrypted", "no-text", "damaged", "too-large", "too-slow"]),
  }),
]);

export type DocumentText = z.infer<typeof documentTextSchema>;

/** By the SHA-256 digest of the file: ids, logs and calls between functions may not carry its name. */
export type DocumentTexts = Readonly<Record<string, DocumentText>>;
