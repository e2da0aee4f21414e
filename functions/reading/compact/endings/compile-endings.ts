import type { EndingWords } from "../words/ending-words.ts";
import { type FindPhrase, phraseIn, withoutPhrases } from "./find-phrases.ts";
import { divided, scanWords } from "./scan-words.ts";

export type Endings = {
  contrary: FindPhrase;
  /** A word that says it where it is all there is. */
  alone: FindPhrase;
  deceased: FindPhrase;
  /** One look at a text that most have not to be looked through for. */
  mayBeDead: (text: string) => boolean;
  administrative: FindPhrase;
  /** Leaves out how a force words that it cancels a record. */
  ofCancelling: (words: readonly string[]) => string[];
  /** Leaves out what is harmless. */
  harmless: (words: readonly string[]) => string[];
};

const longestWord = (phrase: string): string =>
  scanWords(phrase).toSorted((a, b) => b.length - a.length)[0] ?? phrase;

export const compileEndings = (words: EndingWords): Endings => {
  const alone = new Set(words.contraryAlone.map((one) => scanWords(one).join(" ")));
  const firstOfDeath = new RegExp(
    `(?<!\\p{L})(?:${[...new Set(words.deceased.map(longestWord))].join("|")})`,
    "iu",
  );
  return {
    contrary: phraseIn(words.contrary),
    alone: (said) => {
      const words = said.filter((word) => word !== divided).join(" ");
      return alone.has(words) ? words : undefined;
    },
    deceased: phraseIn(words.deceased),
    mayBeDead: (text) => firstOfDeath.test(text),
    administrative: phraseIn(words.administrative),
    ofCancelling: withoutPhrases(words.ofCancelling),
    harmless: withoutPhrases(words.harmless),
  };
};
