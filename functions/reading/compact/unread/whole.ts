import type { View } from "../document.ts";
import type { Lexicon } from "../words/lexicon.ts";

const beyondAscii = /[\u0080-\uffff]/;

/** The words and figures of a text in small letters, one space between two: what of it can be lost. */
export const saidIn = (text: string): string => {
  const lower = text.toLowerCase();
  return beyondAscii.test(lower)
    ? lower
        .normalize("NFKC")
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
        .trim()
    : lower.replace(/[^a-z0-9]+/g, " ").trim();
};

export const wordsIn = (text: string): string[] => saidIn(text).split(" ").filter(Boolean);

/** Whether any word or figure is in it. */
export const saysAWord = (text: string): boolean => /[a-z0-9]/i.test(text) || saidIn(text) !== "";

const texts = ({ blocks }: View): string[] =>
  blocks.flatMap((block) => (block.kind === "row" ? block.cells : block.kind === "line" ? [block.text] : []));

const saidInViews = new WeakMap<View, string>();

/** Whoever reads a view and whoever accounts for its words ask the same. */
const saidInView = (view: View): string => {
  const said = saidInViews.get(view) ?? saidIn(texts(view).join(" "));
  saidInViews.set(view, said);
  return said;
};

/** Whether two views of a body say the same, word by word, however each is set. */
export const saySameWords = (one: View, other: View): boolean => saidInView(one) === saidInView(other);

/** The words of names, numbers and other short values; a story holds too many. */
export type Bag = ReadonlySet<string>;

const list = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words that add nothing to what stands beside them. None that denies, doubts or dates something else is one. */
const small = list("a an the of on at by in to for and re fw fwd ref reference no number nr our your is s");
const ofTimes = list(
  "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december " +
    "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday " +
    "h hr hrs hour hours am pm m p gmt bst utc z t noon midday midnight st nd rd th o clock",
);
const ofBirth = list("age aged years year yrs yr old yo born dob");
const ofNames = list("mr mrs miss ms mx master aka known as alias");
const ofInterviews = list(
  "completed complete done held conducted carried out undertaken seen yes y no n not with",
);
const ofTitles = list(
  "official sensitive restricted protect external report reports notification notice form compact person persons child children young " +
    "subject record details episode new police misper mp mispers high medium low risk",
);

const ofHeadings = list(
  "both all them two three four five siblings sibling subjects people mp shared common information circumstances together",
);

const times: ReadonlySet<string> = list("missingSince reportedAt foundAt returnedAt preventionInterviewAt");

const bags = new WeakMap<Lexicon, Map<string, ReadonlySet<string>>>();

const wordsOfField = (field: string, { words, careStatuses }: Lexicon): readonly ReadonlySet<string>[] => {
  const yesNo = new Set([...words.yes, ...words.no].flatMap(wordsIn));
  switch (field) {
    case "kind":
    case "status":
      return [
        new Set([...Object.values(words.kinds), ...Object.values(words.weakKinds)].flat().flatMap(wordsIn)),
        ofTitles,
      ];
    case "section":
      return [ofTitles, ofHeadings];
    case "risk":
    case "previousRisk":
      return [new Set(Object.values(words.risks).flat().flatMap(wordsIn)), list("risk level grading graded")];
    case "careStatus":
    case "careLeaver":
      return [new Set(careStatuses.flatMap(([, phrases]) => phrases).flatMap(wordsIn)), yesNo];
    case "sex":
      return [new Set(Object.values(words.sexes).flat().flatMap(wordsIn))];
    case "name":
    case "forenames":
    case "surname":
      return [ofNames];
    case "dateOfBirth":
    case "age":
      return [ofBirth, ofTimes];
    case "preventionInterview":
      return [ofInterviews, ofTimes];
    case "harm":
    case "childProtectionPlan":
    case "marker":
    case "warnings":
      return [yesNo];
    default:
      return times.has(field) ? [ofTimes] : [];
  }
};

const bagOf = (field: string, lexicon: Lexicon): ReadonlySet<string> => {
  const ofLexicon = bags.get(lexicon) ?? new Map<string, ReadonlySet<string>>();
  bags.set(lexicon, ofLexicon);
  const known =
    ofLexicon.get(field) ?? new Set([small, ...wordsOfField(field, lexicon)].flatMap((one) => [...one]));
  ofLexicon.set(field, known);
  return known;
};

const ofFigures: ReadonlySet<string> = new Set([
  ...times,
  "dateOfBirth",
  "age",
  "section",
  "phone",
  "preventionInterview",
]);
const figure = /^\d{1,14}(?:st|nd|rd|th|h|hrs?|am|pm|yrs?|z|t\d{1,6}z?)?$|^t\d+z?$/;

/** Whether these words say no more than the values do, with the words such a field is written in. */
export const isOnly = (field: string, text: string, bag: Bag, lexicon: Lexicon): boolean => {
  const own = bagOf(field, lexicon);
  return wordsIn(text).every(
    (word) => bag.has(word) || own.has(word) || (ofFigures.has(field) && figure.test(word)),
  );
};

const saidByVocabulary = new WeakMap<Lexicon, ReadonlySet<string>>();

/** Whether the vocabulary has each of these words: what has none of it is not taken for an option left open. */
export const isKnown = (text: string, lexicon: Lexicon): boolean => {
  const known =
    saidByVocabulary.get(lexicon) ??
    new Set(wordsIn(JSON.stringify(lexicon.words).replace(/\\+[a-z]/g, " ")));
  saidByVocabulary.set(lexicon, known);
  return wordsIn(text).every((word) => known.has(word));
};
