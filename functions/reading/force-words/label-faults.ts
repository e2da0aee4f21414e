import type { ProfileFault } from "../../domain/profile/check/fault.ts";
import type { VocabularyExtension } from "../compact/words/extend-vocabulary.ts";
import { lexiconOf, longestLabel, normaliseLabel } from "../compact/words/lexicon.ts";

type Added = { field: string; label: string; at: number; key: string };

const problemOf = ({ field, label, key }: Added, before: readonly Added[]): string | undefined => {
  if (label.length > longestLabel) return `is longer than any label (${longestLabel} characters)`;
  if (key === "") return `"${label}" has no letter or figure to know it by`;
  // Asked of the reader itself: "Child's Surname" is in no list, and yet a label of "surname".
  const known = lexiconOf().labelOf(label)?.field;
  const already = known ?? before.find((other) => other.key === key)?.field;
  return already && already !== field ? `"${label}" is already a label of "${already}"` : undefined;
};

export const faultsOfLabels = (
  labels: NonNullable<VocabularyExtension["labels"]>,
  path: string,
): ProfileFault[] => {
  const added = Object.entries(labels).flatMap(([field, words]) =>
    words.map((label, at) => ({ field, label, at, key: normaliseLabel(label) })),
  );
  return added.flatMap((one, i) => {
    const problem = problemOf(one, added.slice(0, i));
    return problem ? [{ path: `${path}.labels.${one.field}.${one.at}`, problem }] : [];
  });
};
