import type { CareStatus, CompactKind, Flag, Risk } from "../../../domain/compact/compact.ts";
import { compileEndings, type Endings } from "../endings/compile-endings.ts";
import { type MomentForms, momentForms } from "../times/moment-forms.ts";
import type { Field, KnownLabel } from "./fields.ts";
import { normaliseLabel, otherWordings } from "./label-wordings.ts";
import { anyOf, phraseFinder, standing, wordsHolding } from "./phrases.ts";
import { plainWords } from "./plain-words.ts";
import { type Vocabulary, vocabulary } from "./vocabulary.ts";

/** A tick alone is an answer, though it has no word. */
const ticked = /[✓✔☑☒]/u;

const forNow =
  /(?:^| )(?:at (?:the )?(?:present|this time|moment)|at this moment|as yet|currently|yet)(?= |$)/g;

/** "N/K at present" says no more than "N/K"; "(09/03/2011)" is more than its empty plain words. */
const blankFinder = (blanks: ReadonlySet<string>): ((value: string) => boolean) => {
  const isBlank = (words: string): boolean =>
    blanks.has(words) || blanks.has(words.replace(forNow, "").trim());
  // Most values begin with a figure or a letter that no blank begins with: "currently unknown", "as yet unknown".
  const begins = new Set([...[...blanks].map((blank) => blank[0]), "c", "a"]);
  return (value) => {
    const first = value[0]?.toLowerCase() ?? "";
    if (value.length > 32 || (/[a-z\d]/.test(first) && !begins.has(first)) || ticked.test(value))
      return false;
    // "Not known (about 9)" says something.
    const asides = value.match(/\([^()]*\)/g) ?? [];
    return isBlank(plainWords(value)) && asides.every((one) => isBlank(plainWords(one.slice(1, -1))));
  };
};

/** In characters, as written. */
export const longestLabel = 60;

export type Section = keyof Vocabulary["sections"];

export type Lexicon = {
  labelOf: (label: string) => KnownLabel | undefined;
  kindsIn: (text: string) => ReadonlySet<CompactKind>;
  weakKindsIn: (text: string) => ReadonlySet<CompactKind>;
  /** Whether it holds one of the phrases, not only the words, that name a kind. */
  hasKindPhrase: (text: string) => boolean;
  /** By its plain words. */
  riskOf: (words: string) => Risk | undefined;
  /** The plain phrases of each status, in the order they are tried. */
  careStatuses: [CareStatus, string[]][];
  isBlank: (value: string) => boolean;
  isYes: (value: string) => boolean;
  isNo: (value: string) => boolean;
  isClosing: (line: string) => boolean;
  isBanner: (line: string) => boolean;
  sectionOf: (line: string) => Section | undefined;
  /** Whether words above a quoted report say the child is back. */
  tellsReturn: (text: string) => boolean;
  /** Whether words above a quoted report take it back or correct it. */
  retracts: (text: string) => boolean;
  isQualifier: (word: string) => boolean;
  /** By the label's own words: whether it leaves open whose it is. */
  isUnowned: (label: string) => boolean;
  flags: [Flag, RegExp][];
  /** One look instead of eleven at the many texts that say nothing. */
  mayFlag: (text: string) => boolean;
  /** Whether a sentence is a mail system's own. */
  isFurniture: (sentence: string) => boolean;
  endings: Endings;
  moments: MomentForms;
  words: Vocabulary;
};

/** "Let me know if she is found". */
const supposed = /\b(?:if|when|once|until|unless|whether|should)\b.*$/;

const compile = (words: Vocabulary): Lexicon => {
  const labels = new Map<string, KnownLabel>();
  const ranks = new Map(
    Object.entries(words.precedence).map(([label, rank]) => [normaliseLabel(label), rank]),
  );
  for (const [field, synonyms] of Object.entries(words.labels) as [Field, readonly string[]][]) {
    for (const synonym of synonyms) {
      const key = normaliseLabel(synonym);
      labels.set(key, { field, rank: ranks.get(key) ?? 1 });
    }
  }
  const seen = new Map<string, KnownLabel | null>();
  const lookUp = (label: string): KnownLabel | undefined => {
    const key = normaliseLabel(label);
    const known = labels.get(key);
    if (known) return known;
    for (const other of otherWordings(key, label)) {
      const meant = labels.get(other);
      if (meant) return meant;
    }
    return undefined;
  };
  const risks = new Map<string, Risk>();
  for (const [risk, names] of Object.entries(words.risks) as [Risk, readonly string[]][])
    for (const risky of names.map(plainWords)) if (!risks.has(risky)) risks.set(risky, risk);
  const kindPhrases = Object.values(words.kinds)
    .flat()
    .filter((one) => one.includes(" "));
  const kindWords = wordsHolding(Object.values(words.kinds).concat(Object.values(words.weakKinds)).flat());
  const blanks = new Set(words.blanks.map(plainWords));
  const yes = new Set(words.yes.map(plainWords));
  const no = new Set(words.no.map(plainWords));
  const anyFlag = anyOf(Object.values(words.flags).flat(), "im");
  const closing = anyOf(words.closings);
  const banner = anyOf(words.banners);
  const furniture = anyOf(words.furniture);
  const sections = Object.entries(words.sections).map(
    ([section, sources]) => [section as Section, anyOf(sources)] as const,
  );
  const anySection = anyOf(Object.values(words.sections).flat());
  const returning = standing(words.returns);
  const retraction = standing(words.retractions);
  const qualifiers = new Set(words.qualifiers);
  const unowned = new Set(words.unowned.map(normaliseLabel));
  return {
    labelOf: (label) => {
      if (label.length > longestLabel) return undefined;
      const before = seen.get(label);
      if (before !== undefined) return before ?? undefined;
      const found = lookUp(label);
      // The same labels come in every mail; a hostile one must not grow the memory of a warm worker.
      if (seen.size < 2_000) seen.set(label, found ?? null);
      return found;
    },
    kindsIn: phraseFinder(words.kinds, kindWords),
    weakKindsIn: phraseFinder(words.weakKinds, kindWords),
    hasKindPhrase: (text) => {
      const lower = text.toLowerCase();
      return kindPhrases.some((phrase) => lower.includes(phrase));
    },
    riskOf: (risk) => risks.get(risk),
    careStatuses: (Object.entries(words.careStatuses) as [CareStatus, readonly string[]][]).map(
      ([status, phrases]) => [status, phrases.map(plainWords)],
    ),
    isBlank: blankFinder(blanks),
    isYes: (value) => value.length < 12 && yes.has(plainWords(value)),
    isNo: (value) => value.length < 12 && no.has(plainWords(value)),
    isClosing: (line) => closing.test(line),
    isBanner: (line) => banner.test(line),
    sectionOf: (line) =>
      line.length < 90 && anySection.test(line) ? sections.find(([, one]) => one.test(line))?.[0] : undefined,
    tellsReturn: (text) => returning.test(plainWords(text).replace(supposed, "")),
    retracts: (text) => retraction.test(plainWords(text)),
    isQualifier: (word) => /['’]s?$/.test(word) || qualifiers.has(word.toLowerCase()),
    isUnowned: (label) => unowned.has(normaliseLabel(label)),
    flags: (Object.entries(words.flags) as [Flag, readonly string[]][]).map(([flag, sources]) => [
      flag,
      anyOf(sources, "gim"),
    ]),
    mayFlag: (text) => anyFlag.test(text),
    isFurniture: (sentence) => furniture.test(sentence),
    endings: compileEndings(words.endings),
    moments: momentForms(words.dateForms, words.timeForms),
    words,
  };
};

const compiled = new Map<Vocabulary, Lexicon>();

export const lexiconOf = (words: Vocabulary = vocabulary): Lexicon => {
  const known = compiled.get(words);
  if (known) return known;
  const fresh = compile(words);
  compiled.set(words, fresh);
  return fresh;
};
