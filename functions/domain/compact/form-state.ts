import type { Match } from "./labels.ts";
import type { KnownLabel, Lexicon } from "./lexicon.ts";
import { fieldShapes, type Shape } from "./vocabulary.ts";

export type Pair = { label: string; value: string; known?: KnownLabel };

/** A mail's content as a form: what stood beside which label, and the lines that stood alone. */
export type Form = { pairs: Pair[]; headings: string[] };

/** The pair the next line may still belong to. `held` is text after a gap, kept only if the form goes on after it. */
type Open = { pair: Pair; shape: Shape; waiting: boolean; gap: boolean; held: string[] };

export type FormState = {
  lexicon: Lexicon;
  form: Form;
  open?: Open | undefined /** After a signature or a disclaimer. */;
  closed: boolean;
};

export const shapeOf = (known: KnownLabel | undefined): Shape => (known ? fieldShapes[known.field] : "text");

const glue: Record<Shape, string> = { word: " ", text: " ", list: "; ", address: ", " };

export const join = (before: string, more: string, shape: Shape): string => {
  if (!before) return more;
  return `${before}${/[,;:–-]$/.test(before) ? " " : glue[shape]}${more}`;
};

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

export const beginPair = (state: FormState, { label, value, known }: Match): void => {
  if (state.closed && (!known || signatureFields.has(known.field))) {
    state.open = undefined;
    return;
  }
  closePair(state);
  state.closed = false;
  const pair: Pair = { label, value, ...(known ? { known } : {}) };
  state.form.pairs.push(pair);
  state.open = { pair, shape: shapeOf(known), waiting: value === "", gap: false, held: [] };
};

const looksLikeHeading = (text: string): boolean =>
  text.length < 90 && text.split(/\s+/).length <= 9 && !/[.!?]$/.test(text);

const continues = ({ open, closed, lexicon }: FormState, text: string, indented: boolean): boolean => {
  if (!open || closed) return false;
  if (open.waiting)
    return open.pair.known !== undefined || !looksLikeHeading(text) || lexicon.kindsIn(text).size === 0;
  if (open.gap && !indented) return false;
  return indented || open.shape !== "word";
};

/** A line without a label: more of the value above it, a paragraph after it, or a heading. */
export const readStray = (state: FormState, text: string, indented: boolean): void => {
  const { open } = state;
  if (open && continues(state, text, indented)) {
    open.pair.value = join(open.pair.value, text, open.shape);
    open.waiting = false;
  } else if (!state.closed && open?.gap && open.shape === "text" && open.pair.known) open.held.push(text);
  else if (looksLikeHeading(text)) state.form.headings.push(text);
};
