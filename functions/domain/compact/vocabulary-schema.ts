import * as z from "zod";
import { type Field, fieldShapes, type VocabularyExtension } from "./vocabulary.ts";

const words = z.array(z.string().min(1));
const someOf = <K extends string>(keys: readonly K[]) => z.partialRecord(z.enum(keys as [K, ...K[]]), words);

/** Checks what a profile adds, so that a slip there fails the synth and not the first mail. */
export const vocabularyExtensionSchema: z.ZodType<VocabularyExtension> = z.strictObject({
  labels: someOf(Object.keys(fieldShapes) as Field[]).optional(),
  kinds: someOf(["missing", "found", "update", "cancelled", "absent"] as const).optional(),
  risks: someOf(["no-apparent-risk", "low", "medium", "high"] as const).optional(),
  careStatuses: someOf(["looked-after", "care-leaver", "not-looked-after"] as const).optional(),
  blanks: words.optional(),
  closings: words.optional(),
});
