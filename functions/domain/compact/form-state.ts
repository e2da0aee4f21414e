import { isContact, isOpenQuestion, isOwner, isPersonal, mayAnswer } from "./answers.ts";
import type { Match } from "./labels.ts";
import type { KnownLabel, Lexicon, Section } from "./lexicon.ts";
import { readMoment } from "./moments.ts";
import { fieldShapes, type Shape } from "./vocabulary.ts";

export type Pair = {
  label: string;
  value: string;
  known?: KnownLabel;
  /** How many headings stood above it. */
  headings: number;
  /** A blank line, a rule or a heading stands between it and the pair before. */
  apart: boolean;
  /** Below whose name it stands, where it is theirs. */
  owner?: string;
  /** The child it is about, where a table's row, its column or a heading says so. */
  group?: number;
  /** Below that child's row, not in it. */
  loose?: boolean;
};

/** A mail's content as a form: what stood beside which label, and the lines that stood alone. */
export type Form = {
  pairs: Pair[];
  headings: string[];
  /** Fields a row gives two answers to. */
  contradicted: string[];
  /** Rows of a table of children that do not fit under its headings. */
  unread: string[][];
};

/** The pair the next line may still belong to. `held` is text after a gap, kept only if the form goes on after it. */
type Open = {
  pair: Pair;
  /** The last character so far: looking for it in the value itself makes adding many lines quadratic. */
  end: string;
  /** How long the last line was: only a long one is wrapped. */
  width: number;
  shape: Shape;
  waiting: boolean;
  gap: boolean;
  held: string[];
};

export type FormState = {
  lexicon: Lexicon;
  form: Form;
  open?: Open | undefined;
  /** After a signature or a disclaimer: the lines that would be headings, should the form go on after all. */
  closing?: string[] | undefined;
  /** Pairs below a closing that a signature may hold: the child's after all where only a note was closed. */
  dropped: Match[];
  /** A blank line, a rule or a heading since the last pair. */
  apart: boolean;
  /** Whom the last heading that named somebody else was over. */
  others?: string | undefined;
  /** The child the last heading or row began. */
  group?: number | undefined;
  groups: number;
  loose?: boolean | undefined;
  /** The pairs of the row above, by the column of their values. */
  columns: (Pair | undefined)[];
  /** In a table of what was and what is. */
  change: boolean;
};

export const emptyForm = (): Form => ({ pairs: [], headings: [], contradicted: [], unread: [] });

export const shapeOf = (known: KnownLabel | undefined): Shape => (known ? fieldShapes[known.field] : "text");

const glue: Record<Shape, string> = { word: " ", text: " ", list: "; ", address: ", " };

const dividers = new Set([",", ";", ":", "–", "-"]);

const between = (end: string, shape: Shape): string => (dividers.has(end) ? " " : glue[shape]);

export const join = (before: string, more: string, shape: Shape): string =>
  before ? `${before}${between(before.at(-1) ?? "", shape)}${more}` : more;

/** Contact lines of a signature use words that are labels in a report. After a closing they are the signature's. */
const signatureFields = new Set([
  "phone",
  "officer",
  "station",
  "collarNumber",
  "homeAddress",
  "name",
  "school",
]);

const looksLikeHeading = (text: string): boolean =>
  text.length < 90 && text.split(/\s+/).length <= 9 && !/[.!?]$/.test(text);

const addHeading = (state: FormState, text: string): void => {
  state.form.headings.push(text);
  state.apart = true;
};

/** A paragraph goes on below a gap; a few words without a full stop right above the next label are its heading. */
const isOverNext = (text: string): boolean =>
  text.length < 50 && text.split(/\s+/).length <= 5 && /^[\p{Lu}\d]/u.test(text) && !/[.!?,;)]$/.test(text);

const keepHeld = (state: FormState, { pair, held }: Open): void => {
  const last = held.at(-1);
  const heading = last !== undefined && isOverNext(last) ? held.pop() : undefined;
  for (const text of held) pair.value = join(pair.value, text, "text");
  if (heading !== undefined) addHeading(state, heading);
};

/** "Missing From" over "Home Address" over the next label: the second was the answer to the first. */
const answerAbove = ({ pairs }: Form, { pair, waiting }: Open): void => {
  const above = pairs.at(-2);
  if (!waiting || pair.value || !pair.known || !above?.known || above.value || pairs.at(-1) !== pair) return;
  if (!isOpenQuestion(above.known.field) || !mayAnswer(above.known.field, pair.known.field)) return;
  above.value = pair.label;
  pairs.pop();
};

export const closePair = (state: FormState, keepsHeld = true): void => {
  const { open } = state;
  if (open && keepsHeld) keepHeld(state, open);
  if (open) answerAbove(state.form, open);
  state.open = undefined;
};

/** Ends what was open and says what the lines below are about. */
export const beginSection = (state: FormState, section: Section, text: string): void => {
  closePair(state);
  addHeading(state, text);
  state.others = section === "others" ? text.replace(/:$/, "") : undefined;
  if (section === "others") return;
  if (section === "child") state.groups += 1;
  state.group = section === "child" ? state.groups : undefined;
};

/** A name or a contact under a heading for somebody else, or right below whoever it belongs to. */
const ownerOf = (state: FormState, { label, known }: Match): string | undefined => {
  if (!known) return undefined;
  if (state.others !== undefined) {
    if (isPersonal(known.field)) return state.others;
    state.others = undefined;
  }
  const last = state.form.pairs.at(-1);
  const isTheirs =
    last !== undefined &&
    !state.apart &&
    !state.open?.gap &&
    isContact(known.field) &&
    state.lexicon.isUnowned(label) &&
    (last.owner !== undefined ||
      (last.known ? isOwner(last.known.field) : state.lexicon.sectionOf(last.label) === "others"));
  return isTheirs ? (last.owner ?? last.label) : undefined;
};

/** "Officer in case" over "Name: PC Rowan". */
const namesWhoIsAsked = ({ open }: FormState, { value, known }: Match): boolean => {
  const asked = open?.waiting ? open.pair.known?.field : undefined;
  if (known?.field !== "name" || !value || !(asked === "officer" || asked === "socialWorker")) return false;
  if (open) open.pair.value = value;
  return true;
};

export const beginPair = (state: FormState, match: Match): void => {
  const { known } = match;
  if (state.closing && (!known || signatureFields.has(known.field))) {
    state.open = undefined;
    if (known && known.field !== "phone") state.dropped.push(match);
    return;
  }
  const isNote = state.closing !== undefined && !state.form.pairs.some((pair) => pair.known);
  if (namesWhoIsAsked(state, match)) return;
  const apart = state.apart || state.open?.gap === true;
  const owner = ownerOf(state, match);
  closePair(state);
  for (const line of state.closing ?? []) if (looksLikeHeading(line)) addHeading(state, line);
  state.closing = undefined;
  if (isNote) for (const dropped of state.dropped.splice(0)) beginPair(state, dropped);
  const label = owner === undefined ? match.label : `${owner}: ${match.label}`;
  const pair: Pair = {
    label,
    value: match.value,
    ...(owner === undefined ? (known ? { known } : {}) : { owner }),
    headings: state.form.headings.length,
    apart: apart || state.apart,
    ...(state.group === undefined ? {} : { group: state.group }),
    ...(state.loose ? { loose: true } : {}),
  };
  state.apart = false;
  state.form.pairs.push(pair);
  state.open = {
    pair,
    end: match.value.at(-1) ?? "",
    width: match.label.length + match.value.length,
    shape: shapeOf(pair.known),
    waiting: match.value === "",
    gap: false,
    held: [],
  };
};

const continues = (
  { open, lexicon }: FormState,
  text: string,
  indented: boolean,
  bullet: boolean,
): boolean => {
  if (!open) return false;
  if (open.waiting)
    return open.pair.known !== undefined || !looksLikeHeading(text) || lexicon.kindsIn(text).size === 0;
  if (bullet && open.shape === "list") return true;
  if (open.gap && !indented) return false;
  return indented || open.shape !== "word";
};

/** "Traced" alone on a line is a label only over a time; over anything else it was the heading. */
const wasHeading = ({ open }: FormState, text: string): boolean => {
  const field = open?.waiting ? open.pair.known?.field : undefined;
  return (field === "foundAt" || field === "returnedAt") && readMoment(text).kind === "unreadable";
};

const shouts = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();

/** A line in capitals among words that are not, or a title of a report below a blank line. */
const isTitle = ({ open, lexicon }: FormState, text: string): boolean => {
  if (!open || open.waiting || open.shape !== "text" || !isOverNext(text)) return false;
  return (shouts(text) && !shouts(open.pair.value)) || (open.gap && lexicon.hasKindPhrase(text));
};

/** A line without a label: more of the value above it, a paragraph after it, or a heading. */
export const readStray = (state: FormState, text: string, indented: boolean, bullet = false): void => {
  if (state.closing) {
    state.closing.push(text);
    return;
  }
  const section = state.lexicon.sectionOf(text);
  if (section && !(state.open?.waiting && state.open.pair.known)) {
    beginSection(state, section, text);
    return;
  }
  if (state.open && wasHeading(state, text)) {
    addHeading(state, state.open.pair.label);
    state.form.pairs.pop();
    state.open = undefined;
  }
  const { open } = state;
  if (open && continues(state, text, indented, bullet) && (indented || !isTitle(state, text))) {
    open.pair.value += open.waiting ? text : `${between(open.end, open.shape)}${text}`;
    open.end = text.at(-1) ?? "";
    open.width = text.length;
    open.waiting = false;
    open.gap = false;
  } else if (open?.gap && open.shape === "text" && open.pair.known && !isTitle(state, text))
    open.held.push(text);
  else if (looksLikeHeading(text)) {
    if (open && !open.waiting) closePair(state);
    addHeading(state, text);
    state.others = undefined;
  }
};
