const unseen = /\p{Cf}|\p{M}|\u115f|\u1160|\u3164/gu;
const apostrophes = /(?<=\p{L})['’‘`´ʼ′＇](?=\p{L})/gu;

/** Stands for what divides two clauses: words on its two sides make no phrase. */
export const divided = "|";

const beyondAscii = /[\u0080-\uffff]/;

const dividing = /^[,;:!?()[\]|]/;

const wordsOf = (text: string, words: RegExp): string[] =>
  (text.match(words) ?? []).map((word) => (dividing.test(word) ? divided : word));

/** The words of a text as they are compared: without case, accents, and what nobody sees. */
export const scanWords = (text: string): string[] =>
  beyondAscii.test(text)
    ? wordsOf(
        text.normalize("NFKD").replace(unseen, "").toLowerCase().replace(apostrophes, ""),
        /[\p{L}\p{N}]+|[,;:!?()[\]|]+/gu,
      )
    : wordsOf(text.toLowerCase().replace(/(?<=[a-z])['`](?=[a-z])/g, ""), /[a-z0-9]+|[,;:!?()[\]|]+/g);

export type FindPhrase = (words: readonly string[]) => string | undefined;
type Place = { from: number; length: number; phrase: string };

/** Up to so many words may stand in the place of "…". */
const widest = 4;
const gap = "…";

const partsOf = (phrase: string): string[] =>
  phrase.split(gap).flatMap((part, at) => [...(at > 0 ? [gap] : []), ...scanWords(part)]);

/** Where the phrase ends if it begins here. */
const endOf = (
  words: readonly string[],
  from: number,
  phrase: readonly string[],
  at = 0,
): number | undefined => {
  if (at === phrase.length) return from;
  if (phrase[at] !== gap)
    return words[from] === phrase[at] ? endOf(words, from + 1, phrase, at + 1) : undefined;
  for (let skip = 0; skip <= widest; skip += 1) {
    const end = endOf(words, from + skip, phrase, at + 1);
    if (end !== undefined) return end;
    if (words[from + skip] === divided) return undefined;
  }
  return undefined;
};

/** Looks for many phrases in one pass over the words of a text: each word is asked only for the phrases it begins. */
const finderOf = (
  phrases: readonly string[],
): ((words: readonly string[], from: number) => Place | undefined) => {
  const byFirst = Map.groupBy(
    phrases.map((phrase) => ({ phrase, parts: partsOf(phrase) })).filter(({ parts }) => parts.length > 0),
    ({ parts }) => parts[0],
  );
  for (const some of byFirst.values()) some.sort((a, b) => b.parts.length - a.parts.length);
  return (words, from) => {
    for (const { phrase, parts } of byFirst.get(words[from]) ?? []) {
      const end = endOf(words, from, parts);
      if (end !== undefined) return { from, length: end - from, phrase };
    }
    return undefined;
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
