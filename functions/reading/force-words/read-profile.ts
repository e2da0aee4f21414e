import type { ProfileFault } from "../../domain/profile/check/fault.ts";
import { readProfileWith } from "../../domain/profile/check/faults.ts";
import { withHint } from "../../domain/profile/check-shape/field-hints.ts";
import type { Profile } from "../../domain/profile/profile.ts";
import type { Result } from "../../domain/result.ts";
import { shapeFaults } from "../../domain/shape/shape-faults.ts";
import { readDateForm } from "../compact/times/date-forms.ts";
import { readTimeForm } from "../compact/times/time-forms.ts";
import { type VocabularyExtension, vocabularyExtensionSchema } from "../compact/words/extend-vocabulary.ts";
import { normaliseLabel } from "../compact/words/label-wordings.ts";
import { lexiconOf, longestLabel } from "../compact/words/lexicon.ts";
import { faultsOfWords } from "./word-faults.ts";

type Added = { field: string; label: string; at: number; key: string };

const problemOf = ({ field, label, key }: Added, before: readonly Added[]): string | undefined => {
  if (label.length > longestLabel) return `is longer than any label (${longestLabel} characters)`;
  if (key === "") return `"${label}" has no letter or figure to know it by`;
  // Asked of the reader itself: "Child's Surname" is in no list, and yet a label of "surname".
  const known = lexiconOf().labelOf(label)?.field;
  const already = known ?? before.find((other) => other.key === key)?.field;
  return already && already !== field ? `"${label}" is already a label of "${already}"` : undefined;
};

const faultsOfLabels = (labels: NonNullable<VocabularyExtension["labels"]>, path: string): ProfileFault[] => {
  const added = Object.entries(labels).flatMap(([field, words]) =>
    words.map((label, at) => ({ field, label, at, key: normaliseLabel(label) })),
  );
  return added.flatMap((one, i) => {
    const problem = problemOf(one, added.slice(0, i));
    return problem ? [{ path: `${path}.labels.${one.field}.${one.at}`, problem }] : [];
  });
};

const isPattern = (source: string): boolean => {
  try {
    new RegExp(source, "i");
    return true;
  } catch {
    return false;
  }
};

const faultsOfForms = (
  forms: readonly string[],
  reader: (form: string) => Result<unknown, string>,
  path: string,
): ProfileFault[] =>
  forms.flatMap((form, at) => {
    const read = reader(form);
    return read.ok ? [] : [{ path: `${path}.${at}`, problem: read.error }];
  });

const faultsOfMeaning = (added: VocabularyExtension, path: string): ProfileFault[] => [
  ...faultsOfLabels(added.labels ?? {}, path),
  ...faultsOfWords(added, path),
  ...(["closings", "furniture"] as const).flatMap((list) =>
    (added[list] ?? []).flatMap((source, at) =>
      isPattern(source) ? [] : [{ path: `${path}.${list}.${at}`, problem: "is not a regular expression" }],
    ),
  ),
  ...faultsOfForms(added.dateForms ?? [], readDateForm, `${path}.dateForms`),
  ...faultsOfForms(added.timeForms ?? [], readTimeForm, `${path}.timeForms`),
];

/** What a force adds to the reader's words: a slip there would show at its first mail only. */
export const faultsOfVocabularies = ({ forces }: Profile): ProfileFault[] =>
  forces.flatMap(({ vocabulary: added }, at) => {
    if (added === undefined) return [];
    const path = `forces.${at}.vocabulary`;
    const read = vocabularyExtensionSchema.safeParse(added);
    return read.success
      ? faultsOfMeaning(read.data, path)
      : shapeFaults(read.error, added)
          .map((fault) => withHint(fault, vocabularyExtensionSchema, added))
          .map((fault) => ({ path: [path, ...fault.path].join("."), problem: fault.problem }));
  });

/** Reads a profile whole, with the words its forces add: every fault with its path and, in a rule, the clause. */
export const readProfile = readProfileWith(faultsOfVocabularies);
