import type { ProfileFault } from "../../domain/profile/check/fault.ts";
import { withHint } from "../../domain/profile/check-shape/field-hints.ts";
import type { Profile } from "../../domain/profile/profile.ts";
import type { Result } from "../../domain/result.ts";
import { shapeFaults } from "../../domain/shape/shape-faults.ts";
import { readDateForm } from "../compact/times/date-forms.ts";
import { readTimeForm } from "../compact/times/time-forms.ts";
import type { VocabularyExtension } from "../compact/words/extend-vocabulary.ts";
import { vocabularyExtensionSchema } from "../compact/words/vocabulary-schema.ts";
import { faultsOfLabels } from "./label-faults.ts";
import { faultsOfWords } from "./word-faults.ts";

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
