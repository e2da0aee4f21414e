import * as z from "zod";
import { careStatuses, flags, kinds, risks } from "../../../domain/compact/fields.ts";
import { endingSenses } from "./ending-words.ts";
import { labelFields } from "./fields.ts";
import type { Vocabulary } from "./vocabulary.ts";

const words = z.array(z.string().min(1));
const someOf = <K extends string>(keys: readonly [K, ...K[]]) => z.partialRecord(z.enum(keys), words);

/**
 * What a force may add to the vocabulary in its profile; nothing can be taken away. Checked there, so that a slip fails
 * the synth and not the first mail.
 */
export const vocabularyExtensionSchema = z.strictObject({
  labels: someOf(labelFields).optional(),
  kinds: someOf(kinds).optional(),
  weakKinds: someOf(kinds).optional(),
  /** Words and phrases, not patterns: nobody who keeps a profile should have to escape one. */
  flags: someOf(flags).optional(),
  risks: someOf(risks).optional(),
  careStatuses: someOf(careStatuses).optional(),
  dateForms: words.optional(),
  timeForms: words.optional(),
  blanks: words.optional(),
  yes: words.optional(),
  no: words.optional(),
  closings: words.optional(),
  endings: someOf(endingSenses).optional(),
  furniture: words.optional(),
});

export type VocabularyExtension = z.infer<typeof vocabularyExtensionSchema>;

type Lists<K extends string> = Readonly<Record<K, readonly string[]>>;

const joined = <K extends string>(
  base: Lists<K>,
  more: { [key in K]?: string[] | undefined } = {},
): Lists<K> => {
  const result: Record<K, readonly string[]> = { ...base };
  for (const key of Object.keys(more) as K[]) result[key] = [...(base[key] ?? []), ...(more[key] ?? [])];
  return result;
};

const asPattern = (phrase: string): string =>
  `(?<!\\w)${phrase
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\s+/g, "\\s+")}(?!\\w)`;

const asPatterns = (phrases: VocabularyExtension["flags"] = {}): VocabularyExtension["flags"] =>
  Object.fromEntries(Object.entries(phrases).map(([flag, list]) => [flag, list?.map(asPattern)]));

export const extendVocabulary = (base: Vocabulary, more: VocabularyExtension): Vocabulary => ({
  ...base,
  labels: joined(base.labels, more.labels),
  kinds: joined(base.kinds, more.kinds),
  weakKinds: joined(base.weakKinds, more.weakKinds),
  flags: joined(base.flags, asPatterns(more.flags)),
  risks: joined(base.risks, more.risks),
  careStatuses: joined(base.careStatuses, more.careStatuses),
  // A force's own forms come first: where it writes the month first, "03/04/2026" is the fourth of March.
  dateForms: [...(more.dateForms ?? []), ...base.dateForms],
  timeForms: [...(more.timeForms ?? []), ...base.timeForms],
  blanks: [...base.blanks, ...(more.blanks ?? [])],
  yes: [...base.yes, ...(more.yes ?? [])],
  no: [...base.no, ...(more.no ?? [])],
  closings: [...base.closings, ...(more.closings ?? [])],
  endings: joined(base.endings, more.endings),
  furniture: [...base.furniture, ...(more.furniture ?? [])],
});
