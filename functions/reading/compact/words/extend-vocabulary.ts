import type { CareStatus, CompactKind, Flag, Risk } from "../../../domain/compact/compact.ts";
import type { EndingSense } from "./ending-words.ts";
import type { Field, Vocabulary } from "./vocabulary.ts";

/** What a force may add to the vocabulary in its profile. Nothing can be taken away. */
export type VocabularyExtension = {
  labels?: Partial<Record<Field, string[]>> | undefined;
  kinds?: Partial<Record<CompactKind, string[]>> | undefined;
  weakKinds?: Partial<Record<CompactKind, string[]>> | undefined;
  /** Words and phrases, not patterns: nobody who keeps a profile should have to escape one. */
  flags?: Partial<Record<Flag, string[]>> | undefined;
  risks?: Partial<Record<Risk, string[]>> | undefined;
  careStatuses?: Partial<Record<CareStatus, string[]>> | undefined;
  dateForms?: string[] | undefined;
  timeForms?: string[] | undefined;
  blanks?: string[] | undefined;
  yes?: string[] | undefined;
  no?: string[] | undefined;
  closings?: string[] | undefined;
  /** Words that keep a report of an ending waiting, or are harmless beside one. */
  endings?: Partial<Record<EndingSense, string[]>> | undefined;
  furniture?: string[] | undefined;
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

const asPattern = (phrase: string): string =>
  `(?<!\\w)${phrase
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\s+/g, "\\s+")}(?!\\w)`;

const asPatterns = (flags: VocabularyExtension["flags"] = {}): Partial<Record<Flag, string[]>> =>
  Object.fromEntries(Object.entries(flags).map(([flag, phrases]) => [flag, phrases?.map(asPattern)]));

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
