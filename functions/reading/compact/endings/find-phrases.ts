import { divided, scanWords } from "./scan-words.ts";

export type FindPhrase = (words: readonly string[]) => string | undefined;
type Place = { from: number; length: number; phrase: string };

const startsAt = (words: readonly string[], from: number, phrase: readonly string[]): boolean =>
  phrase.every((word, at) => words[from + at] === word);

/** Looks for many phrases in one pass over the words of a text: each word is asked only for the phrases it begins. */
const finderOf = (
  phrases: readonly string[],
): ((words: readonly string[], from: number) => Place | undefined) => {
  const byFirst = Map.groupBy(
    phrases.map((phrase) => ({ phrase, words: scanWords(phrase) })).filter(({ words }) => words.length > 0),
    ({ words }) => words[0],
  );
  for (const some of byFirst.values()) some.sort((a, b) => b.words.length - a.words.length);
  return (words, from) => {
    const some = byFirst.get(words[from]);
    const found = some?.find((one) => startsAt(words, from, one.words));
    return found && { from, length: found.words.length, phrase: found.phrase };
  };
};

export const phraseIn = (phrases: readonly string[]): FindPhrase => {
  const find = finderOf(phrases);
  return (words) => {
    for (let at = 0; at < words.length; at += 1) {
      const found = find(words, at);
      if (found) return found.phrase;
    }
    return undefined;
  };
};

/** The words without those of the phrases; what stood around one no longer stands beside each other. */
export const withoutPhrases = (phrases: readonly string[]): ((words: readonly string[]) => string[]) => {
  const find = finderOf(phrases);
  return (words) => {
    const kept: string[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const found = find(words, at);
      if (found) {
        kept.push(divided);
        at += found.length - 1;
      } else kept.push(words[at] as string);
    }
    return kept;
  };
};
