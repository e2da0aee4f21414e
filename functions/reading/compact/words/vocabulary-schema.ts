import * as z from "zod";
import { careStatuses, flags, kinds, risks } from "../../../domain/compact/compact.ts";
import { type EndingSense, endingWords } from "./ending-words.ts";
import type { VocabularyExtension } from "./extend-vocabulary.ts";
import { labelFields } from "./fields.ts";

const words = z.array(z.string().min(1));
const someOf = <K extends string>(keys: readonly K[]) => z.partialRecord(z.enum(keys as [K, ...K[]]), words);

/** Checks what a profile adds, so that a slip there fails the synth and not the first mail. */
export const vocabularyExtensionSchema: z.ZodType<VocabularyExtension> = z.strictObject({
  labels: someOf(labelFields).optional(),
  kinds: someOf(kinds).optional(),
  weakKinds: someOf(kinds).optional(),
  flags: someOf(flags).optional(),
  risks: someOf(risks).optional(),
  careStatuses: someOf(careStatuses).optional(),
  dateForms: words.optional(),
  timeForms: words.optional(),
  blanks: words.optional(),
  yes: words.optional(),
  no: words.optional(),
  closings: words.optional(),
  endings: someOf(Object.keys(endingWords) as EndingSense[]).optional(),
  furniture: words.optional(),
});
