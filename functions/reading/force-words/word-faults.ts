import type { ProfileFault } from "../../domain/profile/check/fault.ts";
import { sentencesOf } from "../compact/values/flags.ts";
import { extendVocabulary, type VocabularyExtension } from "../compact/words/extend-vocabulary.ts";
import { lexiconOf } from "../compact/words/lexicon.ts";
import { collapse, plainWords } from "../compact/words/plain-words.ts";
import { vocabulary } from "../compact/words/vocabulary.ts";

/** Which words are read beside each other: a kind may be a strong or a weak word for it. */
const groups = {
  risks: "risk",
  kinds: "kind",
  weakKinds: "kind",
  careStatuses: "care",
  sexes: "sex",
  flags: "flag",
  blanks: "blank",
  yes: "answer",
  no: "answer",
} as const;

type Part = keyof typeof groups;
type Words = { readonly [part in Part]?: unknown };

export type Word = {
  written: string;
  plain: string;
  group: (typeof groups)[Part];
  /** Where it stands, as a profile names it: "risks.low". */
  list: string;
  at: number;
  /** Alike for two words that say the same. */
  meaning: string;
};

const listsOf = (held: unknown): [string, readonly string[]][] =>
  Array.isArray(held) ? [["", held]] : Object.entries(held ?? {});

/** Every word of a vocabulary, or of what is added to one, with what it means. */
export const wordsOf = (vocabulary: Words): Word[] =>
  (Object.keys(groups) as Part[]).flatMap((part) =>
    listsOf(vocabulary[part]).flatMap(([key, words]) =>
      words.map((written, at) => ({
        written,
        plain: plainWords(written),
        group: groups[part],
        list: key ? `${part}.${key}` : part,
        at,
        meaning: key ? `${groups[part]}.${key}` : part,
      })),
    ),
  );

const isRead = ({ written, list }: Word, { blanks, yes, no }: VocabularyExtension): boolean => {
  const lexicon = lexiconOf(extendVocabulary(vocabulary, { blanks, yes, no }));
  if (list === "blanks") return lexicon.isBlank(written);
  return list === "yes" ? lexicon.isYes(written) : lexicon.isNo(written);
};

/** Why a word is one that no text can ever be said to hold. */
const neverRead = (word: Word, added: VocabularyExtension): string | undefined => {
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

/** Ours are patterns, so no words to compare: they are asked for below. */
const ours = wordsOf({ ...vocabulary, flags: undefined });

/** A blank is looked for in every value, an answer in all but a sex; a phrase may well raise two flags. */
const meet = (a: Word, b: Word): boolean => {
  const both = [a.group, b.group];
  if (a.meaning === b.meaning) return false;
  if (both.includes("blank")) return true;
  if (both.includes("answer")) return !both.includes("sex");
  return a.group === b.group && a.group !== "flag";
};

const isSame = (a: Word, b: Word): boolean => a.plain !== "" && a.plain === b.plain && meet(a, b);

/** Kinds are found anywhere in a title, a care status and the answer before it at the beginning of a value. */
const isWithin = (a: Word, b: Word): boolean => {
  if (a.plain === "" || a.plain === b.plain || !meet(a, b)) return false;
  if (b.group === "kind") return a.group === "kind" && ` ${b.plain} `.includes(` ${a.plain} `);
  return b.group === "care" && a.group !== "blank" && b.plain.startsWith(`${a.plain} `);
};

const flagNamed = ({ written, group }: Word): string | undefined =>
  group === "blank" || group === "answer"
    ? lexiconOf().flags.find(([, pattern]) => written.search(pattern) >= 0)?.[0]
    : undefined;

const problemOf = (word: Word, before: readonly Word[], after: readonly Word[]): string | undefined => {
  if (word.plain === "" && word.group !== "flag" && word.group !== "blank")
    return `"${word.written}" has no letter or figure to know it by`;
  const same = before.find((other) => isSame(word, other));
  if (same) return `"${word.written}" is already a word of "${same.list}"`;
  const flag = flagNamed(word);
  if (flag) return `"${word.written}" is already a word of "flags.${flag}"`;
  const whole = [...before, ...after].find((other) => isWithin(word, other));
  return whole && `"${word.written}" is part of "${whole.written}", a word of "${whole.list}"`;
};

/** A word of two meanings would take one of them away. */
export const faultsOfWords = (added: VocabularyExtension, path: string): ProfileFault[] => {
  const words = wordsOf(added);
  return words.flatMap((word, i) => {
    const problem =
      problemOf(word, [...ours, ...words.slice(0, i)], words.slice(i + 1)) ?? neverRead(word, added);
    return problem ? [{ path: `${path}.${word.list}.${word.at}`, problem }] : [];
  });
};
