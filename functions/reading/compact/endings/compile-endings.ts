import type { EndingWords } from "../words/ending-words.ts";
import { divided, type FindPhrase, phraseIn, scanWords, withoutPhrases } from "./find-phrases.ts";

export type Endings = {
  contrary: FindPhrase;
  /** Of the contrary that which speaks against a lower risk too. */
  misleading: FindPhrase;
  /** A word that says it where it is all there is. */
  alone: FindPhrase;
  deceased: FindPhrase;
  /** Whether anything of the lists is in it, harmless or not: most texts have not to be looked through. */
  mayObject: FindPhrase;
  administrative: FindPhrase;
  /** Leaves out how a force words that it cancels a record. */
  ofCancelling: (words: readonly string[]) => string[];
  /** Leaves out what is harmless. */
  harmless: (words: readonly string[]) => string[];
};

const home = "(?:found|located|traced|returned|return|recovered|come back|come home|back|home|at home)";
/**
 * That a child is still missing speaks against its return, and is what a lower risk of a missing child goes by. That the
 * report was sent in error, or that the child made off again, speaks against either.
 */
const ofAbsence = new RegExp(
  `^(?:(?:is |are )?(?:still|remains?|remaining|currently|still to be)(?: to be)? (?:missing|outstanding|absent|at large|unaccounted for|being sought|unlocated|untraced|away|out|found|located|traced|looking for|searching|searching for|a missing person)|(?:not|not yet|never|hasnt|isnt|hasnt yet|yet to be|still not|has not|have not|havent|failed to|due to) (?:been )?${home}|is missing|outstanding|unlocated|untraced|unaccounted for|being sought|no (?:trace|trace of|sign of)|(?:continue the )?search(?:es|ing)? (?:continues?|ongoing|is ongoing|are ongoing|for her|for him)|enquiries to (?:locate|find.*)|(?:trying|still trying|efforts|working|attempts|attempting) to (?:find|locate|trace)|looking for (?:her|him|them)|whereabouts.*unknown|has been missing since)$`,
);

export const compileEndings = (words: EndingWords): Endings => {
  const alone = new Set(words.contraryAlone.map((one) => scanWords(one).join(" ")));
  const any = phraseIn([...words.contrary, ...words.deceased]);
  const anyAlone = phraseIn(words.contraryAlone);
  return {
    contrary: phraseIn(words.contrary),
    misleading: phraseIn(words.contrary.filter((phrase) => !ofAbsence.test(phrase))),
    alone: (said) => {
      const words = said.filter((word) => word !== divided).join(" ");
      return alone.has(words) ? words : undefined;
    },
    deceased: phraseIn(words.deceased),
    mayObject: (said) => any(said) ?? anyAlone(said.filter((word) => word !== divided)),
    administrative: phraseIn(words.administrative),
    ofCancelling: withoutPhrases(words.ofCancelling),
    harmless: withoutPhrases(words.harmless),
  };
};
