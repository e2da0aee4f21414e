import type { CareStatus, CompactKind, Risk } from "./types.ts";
import type { Field, Vocabulary } from "./vocabulary.ts";

/** What a force may add to the vocabulary in its profile. Nothing can be taken away. */
export type VocabularyExtension = {
  labels?: Partial<Record<Field, string[]>> | undefined;
  kinds?: Partial<Record<CompactKind, string[]>> | undefined;
  risks?: Partial<Record<Risk, string[]>> | undefined;
  careStatuses?: Partial<Record<CareStatus, string[]>> | undefined;
  blanks?: string[] | undefined;
  closings?: string[] | undefined;
};

const joined = <K extends string>(
  base: Record<K, readonly string[]>,
  more: Partial<Record<K, string[]>> = {},
): Record<K, readonly string[]> => {
  const result = { ...base };
  for (const [key, added] of Object.entries(more) as [K, string[] | undefined][])
    result[key] = [...(base[key] ?? []), ...(added ?? [])];
  return result;
};

export const extendVocabulary = (base: Vocabulary, more: VocabularyExtension): Vocabulary => ({
  ...base,
  labels: joined(base.labels, more.labels),
  kinds: joined(base.kinds, more.kinds),
  risks: joined(base.risks, more.risks),
  careStatuses: joined(base.careStatuses, more.careStatuses),
  blanks: [...base.blanks, ...(more.blanks ?? [])],
  closings: [...base.closings, ...(more.closings ?? [])],
});
