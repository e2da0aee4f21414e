import { plainWords } from "./plain-words.ts";

/** A tick alone is an answer, though it has no word. */
const ticked = /[✓✔☑☒]/u;

const forNow =
  /(?:^| )(?:at (?:the )?(?:present|this time|moment)|at this moment|as yet|currently|yet)(?= |$)/g;

/** "N/K at present" says no more than "N/K"; "(09/03/2011)" is more than its empty plain words. */
export const blankFinder = (blanks: ReadonlySet<string>): ((value: string) => boolean) => {
  const isBlank = (words: string): boolean =>
    blanks.has(words) || blanks.has(words.replace(forNow, "").trim());
  // Most values begin with a figure or a letter that no blank begins with: "currently unknown", "as yet unknown".
  const begins = new Set([...[...blanks].map((blank) => blank[0]), "c", "a"]);
  return (value) => {
    const first = value[0]?.toLowerCase() ?? "";
    if (value.length > 32 || (/[a-z\d]/.test(first) && !begins.has(first)) || ticked.test(value))
      return false;
    const words = plainWords(value);
    return words === "" && value.includes("(")
      ? isBlank(plainWords(value.replace(/[()]/g, " ")))
      : isBlank(words);
  };
};
