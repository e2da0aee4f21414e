import { assertedWords, wordsOfTitle } from "./asserted.ts";
import { plainWords } from "./plain-words.ts";

export const anyOf = (sources: readonly string[], flags = "i"): RegExp =>
  new RegExp(sources.map((source) => `(?:${source})`).join("|"), flags);
const escaped = (phrase: string): string => phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export const standing = (phrases: readonly string[]): RegExp =>
  new RegExp(`(?:^| )(?:${phrases.map((phrase) => escaped(plainWords(phrase))).join("|")})(?= |$)`);

/** The plain words a text asserts if it holds any of the phrases, else nothing. A text is mostly asked for twice in a row. */
export const wordsHolding = (phrases: readonly string[]): ((text: string) => string) => {
  const any = standing(phrases);
  let last = "";
  let held = "";
  return (text) => {
    if (text === last) return held;
    last = text;
    const words = wordsOfTitle(text);
    held = any.test(words) ? assertedWords(text, words) : "";
    return held;
  };
};

export const phraseFinder = <K extends string>(
  phrases: Record<K, readonly string[]>,
  wordsOf: (text: string) => string,
): ((text: string) => ReadonlySet<K>) => {
  const finders = (Object.entries(phrases) as [K, readonly string[]][])
    .filter(([, list]) => list.length > 0)
    .map(([key, list]) => [key, standing(list)] as const);
  const none: ReadonlySet<K> = new Set();
  return (text) => {
    const words = wordsOf(text);
    if (!words) return none;
    return new Set(finders.filter(([, finder]) => finder.test(words)).map(([key]) => key));
  };
};
