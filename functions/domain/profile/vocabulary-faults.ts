import { readDateForm } from "../compact/times/date-forms.ts";
import { readTimeForm } from "../compact/times/time-forms.ts";
import type { VocabularyExtension } from "../compact/words/extend-vocabulary.ts";
import { longestLabel, normaliseLabel } from "../compact/words/lexicon.ts";
import { type Field, vocabulary } from "../compact/words/vocabulary.ts";
import { vocabularyExtensionSchema } from "../compact/words/vocabulary-schema.ts";
import type { Result } from "../result.ts";
import { shapeFaults } from "../shape/shape-faults.ts";
import type { ProfileFault } from "./fault.ts";
import type { Profile } from "./profile.ts";

const fieldOf = new Map(
  Object.entries(vocabulary.labels).flatMap(([field, labels]) =>
    labels.map((label) => [normaliseLabel(label), field] as const),
  ),
);

const faultOfLabel = (label: string, field: string): string | undefined => {
  if (label.length > longestLabel) return `is longer than any label (${longestLabel} characters)`;
  const already = fieldOf.get(normaliseLabel(label));
  return already && already !== field ? `"${label}" is already a label of "${already}"` : undefined;
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

const faultsOfMeaning = (
  { labels = {}, closings = [], dateForms = [], timeForms = [] }: VocabularyExtension,
  path: string,
): ProfileFault[] => [
  ...(Object.entries(labels) as [Field, string[]][]).flatMap(([field, words]) =>
    words.flatMap((label, at) => {
      const problem = faultOfLabel(label, field);
      return problem ? [{ path: `${path}.labels.${field}.${at}`, problem }] : [];
    }),
  ),
  ...closings.flatMap((source, at) =>
    isPattern(source) ? [] : [{ path: `${path}.closings.${at}`, problem: "is not a regular expression" }],
  ),
  ...faultsOfForms(dateForms, readDateForm, `${path}.dateForms`),
  ...faultsOfForms(timeForms, readTimeForm, `${path}.timeForms`),
];

/** What a force adds to the reader's words: a slip there would show at its first mail only. */
export const faultsOfVocabularies = ({ forces }: Profile): ProfileFault[] =>
  forces.flatMap(({ vocabulary: added }, at) => {
    if (added === undefined) return [];
    const path = `forces.${at}.vocabulary`;
    const read = vocabularyExtensionSchema.safeParse(added);
    return read.success
      ? faultsOfMeaning(read.data, path)
      : shapeFaults(read.error, added).map((fault) => ({
          path: [path, ...fault.path].join("."),
          problem: fault.problem,
        }));
  });
