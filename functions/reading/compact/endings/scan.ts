import type { OpenedMail, View } from "../document.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { type FindPhrase, phraseIn, scanWords } from "./find-phrases.ts";
import { ownBlocks, type SaidText, saidTexts } from "./said-texts.ts";
import { isPrinted, sentencesIn, withoutSignatures } from "./without-furniture.ts";

/** What of a mail's words stands against an ending, as the list has it. */
export type Objections = {
  contrary?: string;
  misleading?: string;
  deceased?: string;
  deadTitle?: string;
  cancelling?: string;
};

const textsOf = (view: View, lexicon: Lexicon): SaidText[] =>
  ownBlocks(view, lexicon).flatMap((blocks) => saidTexts(withoutSignatures(blocks, lexicon), lexicon));

/** All visible words that are the writer's own, in every view of a mail, whichever parser showed it. */
const wordsOfMail = (mail: OpenedMail, lexicon: Lexicon): SaidText[] => {
  const other = mail.second?.other;
  return [
    { text: mail.subject ?? "", isAddress: false },
    { text: other?.subject ?? "", isAddress: false },
    ...mail.views.flatMap((view) => textsOf(view, lexicon)),
    ...(other?.views ?? []).flatMap((view) => textsOf(view, lexicon)),
  ];
};

/** "[EXERCISE] Found report", "TRAINING – Found report", "Status: void". */
const titleParts = (text: string): string[] =>
  text.length > 200 ? [] : [text, ...text.split(/[[\](){}:|*\n]|\s[-–—]+\s|\*+/)];

/** A house may be called anything; no house is called "not found". */
const saysItself = /^(?:not|never|still|remains|yet|no) /;

/** "The girl at the station is not Tilly": whoever was found, it was another. */
const notNamed = (names: readonly string[]): FindPhrase =>
  phraseIn(
    names.flatMap((name) => ["not", "isnt", "wasnt", "not our", "other than"].map((no) => `${no} ${name}`)),
  );

export type Scan = {
  lexicon: Lexicon;
  names: readonly string[];
  /** Nothing else speaks against a report that a child is missing: that it made off is what such a report tells. */
  onlyDeaths: boolean;
};

type Against = Pick<Scan, "lexicon" | "onlyDeaths"> & { isAnother: FindPhrase };

/** "BODY FOUND", "Outcome: found deceased": a few words that say it, and not a story that somebody died in. */
const isTitle = (words: readonly string[], says: FindPhrase): boolean =>
  words.length < 9 && says(words) !== undefined;

const heldIn = (
  { text, isAddress, isBelow }: SaidText,
  { lexicon, isAnother, onlyDeaths }: Against,
): Objections => {
  const { contrary, misleading, alone, deceased, mayObject, ofCancelling, harmless } = lexicon.endings;
  const held: Objections = {};
  const all = scanWords(text);
  const mayHold = onlyDeaths ? deceased(all) : (mayObject(all) ?? isAnother(all));
  if (mayHold === undefined) return held;
  for (const sentence of sentencesIn(text, lexicon)) {
    if (isBelow && isPrinted(sentence)) continue;
    const words = harmless(scanWords(sentence));
    if (isAddress) {
      const found = contrary(words);
      if (found && saysItself.test(found)) held.contrary ??= found;
      continue;
    }
    const told = ofCancelling(words);
    const against = contrary(told) ?? isAnother(told);
    if (against) held.contrary ??= against;
    const untrue = against && (misleading(told) ?? isAnother(told));
    if (untrue) held.misleading ??= untrue;
    const cancelling = against ? undefined : contrary(words);
    if (cancelling) held.cancelling ??= cancelling;
    const dead = deceased(words);
    if (dead) held.deceased ??= dead;
    if (dead && sentence.split("\n").some((line) => isTitle(harmless(scanWords(line)), deceased)))
      held.deadTitle ??= dead;
    const title = titleParts(sentence)
      .map((part) => alone(scanWords(part)))
      .find((one) => one !== undefined);
    if (title) held.contrary ??= title;
    if (title && title !== "outstanding") held.misleading ??= title;
  }
  return held;
};

export const objectionsIn = (mail: OpenedMail, { lexicon, names, onlyDeaths }: Scan): Objections => {
  const against = { lexicon, onlyDeaths, isAnother: notNamed(names) };
  return Object.assign(
    {},
    ...wordsOfMail(mail, lexicon)
      .map((said) => heldIn(said, against))
      .toReversed(),
  );
};
