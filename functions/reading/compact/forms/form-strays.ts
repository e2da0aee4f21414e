import { unlabelled } from "../../../domain/compact/label-count.ts";
import { readMoment } from "../times/moments.ts";
import {
  addHeading,
  beginPair,
  beginSection,
  closePair,
  isOverNext,
  looksLikeHeading,
} from "./form-pairs.ts";
import { askedIn, between, type FormState } from "./form-state.ts";

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
const wasHeading = (state: FormState, text: string): boolean => {
  const { lexicon } = state;
  const field = askedIn(state);
  return (
    (field === "foundAt" || field === "returnedAt") &&
    !lexicon.isBlank(text) &&
    !lexicon.isNo(text) &&
    readMoment(text, lexicon.moments).kind === "unreadable"
  );
};

const shouts = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();

/** A line in capitals among words that are not, or a title of a report below a blank line. */
const isTitle = ({ open, lexicon }: FormState, text: string): boolean => {
  if (!open || open.waiting || open.shape !== "text" || !isOverNext(text)) return false;
  return (shouts(text) && !shouts(open.pair.value)) || (open.gap && lexicon.hasKindPhrase(text));
};

/** "Cancelled" over "No", each on its line: a question and its answer. */
const answersHeading = ({ form, lexicon, asked }: FormState, text: string): boolean =>
  asked !== undefined && form.headings.at(-1) === asked && (lexicon.isNo(text) || lexicon.isBlank(text));

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
  if (!state.open && answersHeading(state, text)) {
    beginPair(state, { label: state.form.headings.pop() ?? "", value: text, looksLikeLabel: true });
    return;
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
    state.asked = text;
    state.others = undefined;
  } else {
    beginPair(state, { label: unlabelled, value: text, looksLikeLabel: true });
  }
};
