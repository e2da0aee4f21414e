import { sentencesOf } from "../compact/values/flags.ts";
import { extendVocabulary, type VocabularyExtension } from "../compact/words/extend-vocabulary.ts";
import { lexiconOf } from "../compact/words/lexicon.ts";
import { collapse } from "../compact/words/spaces.ts";
import { vocabulary } from "../compact/words/vocabulary.ts";
import type { Word } from "./added-words.ts";

const isRead = ({ written, list }: Word, { blanks, yes, no }: VocabularyExtension): boolean => {
  const lexicon = lexiconOf(extendVocabulary(vocabulary, { blanks, yes, no }));
  if (list === "blanks") return lexicon.isBlank(written);
  return list === "yes" ? lexicon.isYes(written) : lexicon.isNo(written);
};

/** Why a word is one that no text can ever be said to hold. */
export const neverRead = (word: Word, added: VocabularyExtension): string | undefined => {
  const never = `"${word.written}" can never be read`;
  if (word.group === "flag")
    return sentencesOf(collapse(word.written)).length > 1
      ? `${never}: a report is read sentence by sentence, and this holds the end of one`
      : undefined;
  if (word.group !== "blank" && word.group !== "answer") return undefined;
  return isRead(word, added)
    ? undefined
    : `${never}: it is too long for one of "${word.list}", or has a tick`;
};
