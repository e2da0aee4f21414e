import type { Match } from "./labels.ts";
import type { KnownLabel, Lexicon } from "./lexicon.ts";
import { readMoment } from "./moments.ts";
import { fieldShapes, type Shape } from "./vocabulary.ts";

export type Pair = { label: string; value: string; known?: KnownLabel };

/** A mail's content as a form: what stood beside which label, and the lines that stood alone. */
export type Form = { pairs: Pair[]; headings: string[] };

/** The pair the next line may still belong to. `held` is text after a gap, kept only if the form goes on after it. */
type Open = {
  pair: Pair;
  /** The last character so far: looking for it in the value itself makes adding many lines quadratic. */
  end: string;
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
};

export const shapeOf = (known: KnownLabel | undefined): Shape => (known ? fieldShapes[known.field] : "text");

const glue: Record<Shape, string> = { word: " ", text: " ", list: "; ", address: ", " };

const dividers = new Set([",", ";", ":", "–", "-"]);

const between = (end: string, shape: Shape): string => (dividers.has(end) ? " " : glue[shape]);

export const join = (before: string, more: string, shape: Shape): string =>
  before ? `${before}${between(before.at(-1) ?? "", shape)}${more}` : more;

export const closePair = (state: FormState, keepHeld = true): void => {
  const { open } = state;
  if (open && keepHeld) for (const text of open.held) open.pair.value = join(open.pair.value, text, "text");
  state.open = undefined;
};

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

export const beginPair = (state: FormState, { label, value, known }: Match): void => {
  if (state.closing && (!known || signatureFields.has(known.field))) {
    state.open = undefined;
    return;
  }
  closePair(state);
  for (const line of state.closing ?? []) if (looksLikeHeading(line)) state.form.headings.push(line);
  state.closing = undefined;
  const pair: Pair = known ? { label, value, known } : { label, value };
  state.form.pairs.push(pair);
  state.open = {
    pair,
    end: value.at(-1) ?? "",
    shape: shapeOf(known),
    waiting: value === "",
    gap: false,
    held: [],
  };
};

const continues = ({ open, lexicon }: FormState, text: string, indented: boolean): boolean => {
  if (!open) return false;
  if (open.waiting)
    return open.pair.known !== undefined || !looksLikeHeading(text) || lexicon.kindsIn(text).size === 0;
  if (open.gap && !indented) return false;
  return indented || open.shape !== "word";
};

/** "Traced" alone on a line is a label only over a time; over anything else it was the heading. */
const wasHeading = ({ open }: FormState, text: string): boolean => {
  const field = open?.waiting ? open.pair.known?.field : undefined;
  return (field === "foundAt" || field === "returnedAt") && readMoment(text).kind === "unreadable";
};

/** A line without a label: more of the value above it, a paragraph after it, or a heading. */
export const readStray = (state: FormState, text: string, indented: boolean): void => {
  if (state.closing) {
    state.closing.push(text);
    return;
  }
  if (state.open && wasHeading(state, text)) {
    state.form.headings.push(state.open.pair.label);
    state.open = undefined;
  }
  const { open } = state;
  if (open && continues(state, text, indented)) {
    open.pair.value += open.waiting ? text : `${between(open.end, open.shape)}${text}`;
    open.end = text.at(-1) ?? "";
    open.waiting = false;
  } else if (open?.gap && open.shape === "text" && open.pair.known) open.held.push(text);
  else if (looksLikeHeading(text)) state.form.headings.push(text);
};
