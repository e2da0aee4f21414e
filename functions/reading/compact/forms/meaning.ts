import { readMoment } from "../times/moments.ts";
import { type Field, type KnownLabel, mayAnswer, type Shape, shapeOf } from "../words/fields.ts";
import type { Lexicon, Section } from "../words/lexicon.ts";
import { between, type Cell } from "./cell.ts";
import { type Match, matchLabel } from "./labels.ts";
import { splitInline } from "./split-inline.ts";
import { holdsTick, tickedOf, withoutTicks } from "./ticks.ts";

/** A label and what has been found to answer it so far. */
export type Question = {
  readonly label: string;
  readonly value: string;
  readonly known: KnownLabel | undefined;
  readonly shape: Shape;
  /** Nothing answers it yet. */
  readonly waiting: boolean;
  /** A blank line stands below it. */
  readonly gap: boolean;
  /** The last character so far: looking for it in the value itself makes adding many lines quadratic. */
  readonly end: string;
  /** How long the last line was: only a long one is wrapped. */
  readonly width: number;
};

/** What stands above a cell. */
export type Above = { question: Question | undefined; apart: boolean; hasForm: boolean };

/** What a cell is below what stands above it. */
export type Meaning =
  | { is: "asks"; matches: Match[]; title?: string }
  | { is: "answer" | "paragraph" | "heading" | "words"; text: string }
  | { is: "section"; section: Section; text: string }
  | { is: "title"; text: string }
  | { is: "closing" | "banner" | "nothing" };

type Look = { indented?: boolean | undefined; bullet?: boolean | undefined };

export const asked = (label: string, value: string, known: KnownLabel | undefined): Question => ({
  label,
  value,
  known,
  shape: shapeOf(known),
  waiting: value === "",
  gap: false,
  end: value.at(-1) ?? "",
  width: label.length + value.length,
});

export const answered = (question: Question, text: string): Question => ({
  ...question,
  value: question.waiting
    ? question.value + text
    : `${question.value}${between(question.end, question.shape)}${text}`,
  end: text.at(-1) ?? "",
  width: text.length,
  waiting: false,
  gap: false,
});

/** The field whose label stands there and has no answer yet. */
export const waitingField = (question: Question | undefined): Field | undefined =>
  question?.waiting ? question.known?.field : undefined;

/** In characters: mail programs wrap at 60 and more, people at the edge of a form. */
const shortestWrapped = 40;

const sentenceEnds = new Set([".", "!", "?", ":", ";"]);

/** A wrapped sentence may well hold a colon; only a label we know interrupts one. */
const isWrapped = (question: Question | undefined, match: Match, indented: boolean): boolean => {
  if (match.known || !question || question.waiting) return false;
  if (indented) return true;
  if (question.gap || question.shape !== "text") return false;
  // Below a label nobody knows there stands rather another than a sentence: each is counted and shown by itself.
  if (question.known === undefined) return !match.looksLikeLabel && !/^\p{Lu}/u.test(match.label);
  return !match.looksLikeLabel || (question.width >= shortestWrapped && !sentenceEnds.has(question.end));
};

/** In small letters below an unfinished sentence, whose own label has a capital: its next words, whatever they are. */
const isNextWords = (question: Question | undefined, text: string): boolean =>
  question !== undefined &&
  !question.waiting &&
  !question.gap &&
  question.shape === "text" &&
  question.known !== undefined &&
  !sentenceEnds.has(question.end) &&
  /^\p{Ll}/u.test(text) &&
  /^\P{Ll}/u.test(question.label);

/** One of a list of warnings, or of remarks under a label nobody knows, that is a label elsewhere. */
const isListed = (question: Question | undefined, { known, value }: Match): boolean =>
  question !== undefined &&
  known?.field === "marker" &&
  value === "" &&
  (question.shape === "list" || question.known === undefined);

/** Words that make of a kind's name a question about it: "Date updated", "Cancellation reason", "Where located". */
const asksAboutKind =
  /\b(?:dates?|times?|by|reason|log|record|last|latest|previous(?:ly)?|where|number|no|safe|with|places?|history)\b/i;

/** "Cancelled: No", "Amended: 15/11/2026", "Created in error: N/A". */
const isAnswered = ({ label, value }: Match, lexicon: Lexicon): boolean =>
  lexicon.isNo(value) ||
  lexicon.isBlank(value) ||
  asksAboutKind.test(label) ||
  readMoment(value, lexicon.moments).kind !== "unreadable";

/** "Update: phone switched off" names a kind and says something besides; "Found Report: MP/26/004417" is a title. */
const titleMeaning = (text: string, match: Match, lexicon: Lexicon): Meaning => {
  const matches = splitInline(match, lexicon);
  if (isAnswered(match, lexicon)) return { is: "asks", matches };
  const title = /\p{Ll}/u.test(match.value) && match.value.includes(" ") ? match.label : text;
  return match.value.includes(" ") ? { is: "asks", matches, title } : { is: "title", text: title };
};

const officerAlone =
  /^(?:PC|PS|DC|DS|DI|DCI|PCSO|Sgt|Insp(?:ector)?|T\/?DC)\.? \d{2,6}(?: \p{Lu}[\p{L}'’-]+){1,3}$/u;

/** An officer's name alone, apart from the form: whoever writes signs. */
const signs = ({ question, apart, hasForm }: Above, text: string): boolean =>
  (question ? question.gap : apart) && hasForm && officerAlone.test(text);

export const looksLikeHeading = (text: string): boolean =>
  text.length < 90 && text.split(/\s+/).length <= 9 && !/[.!?]$/.test(text);

/** A paragraph goes on below a gap; a few words without a full stop right above the next label are its heading. */
export const isOverNext = (text: string): boolean =>
  text.length < 50 && text.split(/\s+/).length <= 5 && /^[\p{Lu}\d]/u.test(text) && !/[.!?,;)]$/.test(text);

const shouts = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();

/** A line in capitals among words that are not, or a title of a report below a blank line. */
const isTitle = ({ waiting, shape, value, gap }: Question, text: string, lexicon: Lexicon): boolean => {
  if (waiting || shape !== "text" || !isOverNext(text)) return false;
  return (shouts(text) && !shouts(value)) || (gap && lexicon.hasKindPhrase(text));
};

const continues = (
  question: Question,
  text: string,
  { indented, bullet }: Look,
  lexicon: Lexicon,
): boolean => {
  const { waiting, known, shape, gap } = question;
  if (waiting) return known !== undefined || !looksLikeHeading(text) || lexicon.kindsIn(text).size === 0;
  if (bullet && shape === "list") return true;
  if (gap && !indented) return false;
  return indented || shape !== "word";
};

/** Without a label: more of the value above it, a paragraph after it, a heading, or words by themselves. */
export const wordsMeaning = (
  text: string,
  look: Look,
  question: Question | undefined,
  lexicon: Lexicon,
): Meaning => {
  const section = lexicon.sectionOf(text);
  if (section && !waitingField(question)) return { is: "section", section, text };
  if (question && continues(question, text, look, lexicon))
    if (look.indented || !isTitle(question, text, lexicon)) return { is: "answer", text };
  if (question?.gap && question.shape === "text" && question.known && !isTitle(question, text, lexicon))
    return { is: "paragraph", text };
  return { is: looksLikeHeading(text) ? "heading" : "words", text };
};

/** "Traced" alone on a line is a label only over a time; over anything else it is a heading. */
export const isHeadingOver = (question: Question, text: string, lexicon: Lexicon): boolean => {
  const field = waitingField(question);
  return (
    (field === "foundAt" || field === "returnedAt") &&
    !lexicon.isBlank(text) &&
    !lexicon.isNo(text) &&
    readMoment(text, lexicon.moments).kind === "unreadable"
  );
};

/** Perhaps a label alone on its line, its value to follow. Under a question it may answer, it is the answer. */
const bareMeaning = (text: string, look: Look, question: Question | undefined, lexicon: Lexicon): Meaning => {
  const known = lexicon.labelOf(text);
  const isAnswer =
    known !== undefined && mayAnswer(waitingField(question), known.field) && known.field !== "homeAddress";
  const inSentence =
    question !== undefined && !question.gap && question.shape === "text" && /^\p{Ll}/u.test(text);
  const match: Match = { label: text, value: "", ...(known ? { known } : {}), looksLikeLabel: true };
  return !known || isAnswer || inSentence || isListed(question, match)
    ? wordsMeaning(text, look, question, lexicon)
    : { is: "asks", matches: [match] };
};

/** "☒ CSE" says it of CSE; "CSE ☒" too; "☐ CSE" says nothing. */
const tickMeaning = (
  text: string,
  look: Look,
  question: Question | undefined,
  lexicon: Lexicon,
): Meaning | undefined => {
  const answer = tickedOf(text);
  if (answer === text) return undefined;
  const label = withoutTicks(text);
  const known = lexicon.labelOf(label);
  if (known?.field === "marker" && question?.shape !== "list")
    return {
      is: "asks",
      matches: [{ label, value: answer ? "Yes" : "No", known, looksLikeLabel: true }],
    };
  return answer ? wordsMeaning(answer, { ...look, bullet: true }, question, lexicon) : { is: "nothing" };
};

const unknownMeaning = (
  text: string,
  look: Look,
  above: Above,
  match: Match | undefined,
  lexicon: Lexicon,
): Meaning => {
  const { question } = above;
  const section = match && !match.value ? lexicon.sectionOf(match.label) : undefined;
  if (match && section) return { is: "section", section, text: match.label };
  if (lexicon.isBanner(text)) return { is: "banner" };
  if (!question?.waiting && (lexicon.isClosing(text) || signs(above, text))) return { is: "closing" };
  if (!match || isWrapped(question, match, look.indented ?? false))
    return bareMeaning(text, look, question, lexicon);
  return lexicon.kindsIn(match.label).size > 0
    ? titleMeaning(text, match, lexicon)
    : { is: "asks", matches: splitInline(match, lexicon) };
};

/** "Missing From:" over a row of a table with nothing but "School" in it. */
const isAloneAsAnswer = ({ asks, column, ends }: Cell, question: Question | undefined): boolean =>
  asks?.known !== undefined &&
  asks.value === "" &&
  column === 0 &&
  !ends &&
  asks.known.field !== "homeAddress" &&
  mayAnswer(waitingField(question), asks.known.field);

/** What a cell is, by itself and by what stands above it. */
export const meaningOf = (cell: Cell, above: Above, lexicon: Lexicon): Meaning => {
  const { text, asks, bold } = cell;
  const { question } = above;
  if (cell.line !== undefined && isNextWords(question, cell.line))
    return wordsMeaning(cell.line, {}, question, lexicon);
  if (cell.isTitle) return { is: "title", text };
  if (asks)
    return isAloneAsAnswer(cell, question)
      ? wordsMeaning(text, {}, question, lexicon)
      : { is: "asks", matches: [asks] };
  if (!text) return { is: "nothing" };
  if (bold && !isWrapped(question, bold, false) && lexicon.kindsIn(bold.label).size === 0)
    return { is: "asks", matches: [bold] };
  if (isNextWords(question, text)) return wordsMeaning(text, {}, question, lexicon);
  const match = matchLabel(text, lexicon);
  if (match?.known && !isListed(question, match)) return { is: "asks", matches: splitInline(match, lexicon) };
  const ticked = !match && holdsTick(text) ? tickMeaning(text, cell, question, lexicon) : undefined;
  return ticked ?? unknownMeaning(text, cell, above, match, lexicon);
};

/** The labels a cell holds below a signature, where nothing else means anything. */
export const labelsIn = (cell: Cell, lexicon: Lexicon): Match[] => {
  const { text, asks } = cell;
  if (asks) return [asks];
  const match = matchLabel(text, lexicon);
  if (match?.known) return splitInline(match, lexicon);
  const ticked = !match && holdsTick(text) ? tickMeaning(text, cell, undefined, lexicon) : undefined;
  if (ticked) return ticked.is === "asks" ? ticked.matches : [];
  const known = lexicon.labelOf(text);
  return known ? [{ label: text, value: "", known, looksLikeLabel: true }] : [];
};
