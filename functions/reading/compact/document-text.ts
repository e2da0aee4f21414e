import * as z from "zod";
import type { Block } from "./document.ts";

/** Photographs make a report large; nothing that has to be read does. */
export const mostDocumentBytes = 20_000_000;

const blockSchema: z.ZodType<Block> = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("line"),
    text: z.string(),
    runs: z.array(z.object({ text: z.string(), bold: z.boolean() })).exactOptional(),
  }),
  z.object({
    kind: z.literal("row"),
    cells: z.array(z.string()),
    heads: z.boolean().exactOptional(),
    carried: z.number().exactOptional(),
  }),
  z.object({ kind: z.literal("gap") }),
]);

/**
 * What the reader of attachments makes of a file: the same lines and rows as of a mail's page, with struck-out and
 * hidden words apart; ticked boxes as "☒" and empty ones as "☐". `partial` where some of it could not be read: a page
 * that is a picture, whatever is stamped on it, or words in a font that doesn't tell its letters. Refused is what it
 * does not open: locked, without any text, damaged (or neither of the two), or over its bounds of size or time.
 */
export const documentTextSchema = z.union([
  z.object({
    kind: z.literal("read"),
    blocks: z.array(blockSchema),
    hidden: z.string(),
    turnsLetters: z.boolean(),
    partial: z.boolean(),
  }),
  z.object({
    kind: z.literal("refused"),
    reason: z.enum(["encrypted", "no-text", "damaged", "too-large", "too-slow"]),
  }),
]);

export type DocumentText = z.infer<typeof documentTextSchema>;

/** By the SHA-256 digest of the file: ids, logs and calls between functions may not carry its name. */
export type DocumentTexts = Readonly<Record<string, DocumentText>>;
