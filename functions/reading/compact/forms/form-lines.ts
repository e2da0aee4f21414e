import { readMoment } from "../times/moments.ts";
import { mayAnswer } from "./field-roles.ts";
import { beginPair, beginSection, closePair } from "./form-pairs.ts";
import { readRow } from "./form-rows.ts";
import { askedIn, type FormState } from "./form-state.ts";
import { readStray } from "./form-strays.ts";
import { type Match, matchLabel } from "./labels.ts";
import { columnsOf, isSetApart, splitColumns } from "./split-columns.ts";
import { splitInline } from "./split-inline.ts";
import { holdsTick, tickedOf, withoutTicks } from "./ticks.ts";

/** How a line stood on the page. */
export type LineSetting = { indented?: boolean | undefined; bullet?: boolean | undefined };

export const beginAll = (state: FormState, match: Match): void => {
  for (const one of splitInline(match, state.lexicon)) beginPair(state, one);
};

/** In characters: mail programs wrap at 60 and more, people at the edge of a form. */
const shortestWrapped = 40;

const sentenceEnds = new Set([".", "!", "?", ":", ";"]);

/** A wrapped sentence may well hold a colon; only a label we know interrupts one. */
export const isWrapped = ({ open }: FormState, match: Match, indented: boolean): boolean => {
  if (match.known || !open || open.waiting) return false;
  if (indented) return true;
  if (open.gap || open.shape !== "text") return false;
  // Below a label nobody knows there stands rather another than a sentence: each is counted and shown by itself.
  if (open.pair.known === undefined) return !match.looksLikeLabel && !/^\p{Lu}/u.test(match.label);
  return !match.looksLikeLabel || (open.width >= shortestWrapped && !sentenceEnds.has(open.end));
};

/** In small letters below an unfinished sentence, whose own label has a capital: its next words, whatever they are. */
const goesOn = ({ open }: FormState, text: string): boolean =>
  open !== undefined &&
  !open.waiting &&
  !open.gap &&
  open.shape === "text" &&
  open.pair.known !== undefined &&
  !sentenceEnds.has(open.end) &&
  /^\p{Ll}/u.test(text) &&
  /^\P{Ll}/u.test(open.pair.label);

/** One of a list of warnings, or of remarks under a label nobody knows, that is a label elsewhere. */
const isListed = ({ open }: FormState, { known, value }: Match): boolean =>
  open !== undefined &&
  known?.field === "marker" &&
  value === "" &&
  (open.shape === "list" || open.pair.known === undefined);

/** A label alone on its line, its value to follow. Under a question it may answer, it is the answer. */
const readBareLabel = (
  state: FormState,
  text: string,
  { indented = false, bullet = false }: LineSetting,
): void => {
  const { open } = state;
  const known = state.lexicon.labelOf(text);
  const isAnswer =
    known !== undefined && mayAnswer(askedIn(state), known.field) && known.field !== "homeAddress";
  const inSentence = open !== undefined && !open.gap && open.shape === "text" && /^\p{Ll}/u.test(text);
  const match: Match = { label: text, value: "", ...(known ? { known } : {}), looksLikeLabel: true };
  if (!known || isAnswer || inSentence || isListed(state, match)) readStray(state, text, indented, bullet);
  else beginPair(state, match);
};

/** Words that make of a kind's name a question about it: "Date updated", "Cancellation reason", "Where located". */
const asks =
  /\b(?:dates?|times?|by|reason|log|record|last|latest|previous(?:ly)?|where|number|no|safe|with|places?|history)\b/i;

/** "Cancelled: No", "Amended: 15/11/2026", "Created in error: N/A". */
const isAnswer = ({ lexicon }: FormState, { label, value }: Match): boolean =>
  lexicon.isNo(value) ||
  lexicon.isBlank(value) ||
  asks.test(label) ||
  readMoment(value, lexicon.moments).kind !== "unreadable";

/** "Update: phone switched off" names a kind and says something besides; "Found Report: MP/26/004417" is a title. */
const readTitle = (state: FormState, text: string, match: Match): void => {
  if (isAnswer(state, match)) {
    beginAll(state, match);
    return;
  }
  closePair(state);
  state.form.headings.push(/\p{Ll}/u.test(match.value) && match.value.includes(" ") ? match.label : text);
  state.apart = true;
  if (match.value.includes(" ")) beginAll(state, match);
};

const officerAlone =
  /^(?:PC|PS|DC|DS|DI|DCI|PCSO|Sgt|Insp(?:ector)?|T\/?DC)\.? \d{2,6}(?: \p{Lu}[\p{L}'’-]+){1,3}$/u;

/** An officer's name alone, apart from the form: whoever writes signs. */
const signs = ({ open, apart, form }: FormState, text: string): boolean =>
  (open ? open.gap : apart) && form.pairs.some(({ known }) => known) && officerAlone.test(text);

const readUnknown = (
  state: FormState,
  text: string,
  setting: LineSetting,
  match: Match | undefined,
): void => {
  if (state.closing) {
    readBareLabel(state, text, setting);
    return;
  }
  const section = match && !match.value ? state.lexicon.sectionOf(match.label) : undefined;
  if (section) {
    beginSection(state, section, match?.label ?? text);
    return;
  }
  if (state.lexicon.isBanner(text)) {
    state.apart = true;
    return;
  }
  if (!state.open?.waiting && (state.lexicon.isClosing(text) || signs(state, text))) {
    closePair(state, false);
    state.closing = [];
  } else if (!match || isWrapped(state, match, setting.indented ?? false))
    readBareLabel(state, text, setting);
  else if (state.lexicon.kindsIn(match.label).size > 0) readTitle(state, text, match);
  else beginAll(state, match);
};

/** "☒ CSE" says it of CSE; "CSE ☒" too; "☐ CSE" says nothing. */
const readTicked = (state: FormState, text: string, setting: LineSetting): boolean => {
  const answer = tickedOf(text);
  if (answer === text) return false;
  const label = withoutTicks(text);
  const known = state.lexicon.labelOf(label);
  const isMarker = known?.field === "marker" && state.open?.shape !== "list";
  if (isMarker) beginPair(state, { label, value: answer ? "Yes" : "No", known, looksLikeLabel: true });
  else if (answer) readStray(state, answer, setting.indented ?? false, true);
  return true;
};

/** Below a line set in columns two more are a label and its answer, though nobody knows the label. */
const unknownColumns = ({ inColumns, closing }: FormState, text: string): string[] | undefined => {
  if (!inColumns || closing || !isSetApart(text)) return undefined;
  const cells = columnsOf(text);
  const [label = ""] = cells;
  const isLabel = /^\p{Lu}[^.:]{0,40}$/u.test(label) && label.split(" ").length <= 4;
  return cells.length === 2 && isLabel ? cells : undefined;
};

export const readLine = (state: FormState, text: string, setting: LineSetting = {}): void => {
  if (goesOn(state, text)) {
    readStray(state, text, false);
    return;
  }
  const cells = splitColumns(text, state.lexicon) ?? unknownColumns(state, text);
  state.inColumns = cells !== undefined;
  const match = cells ? undefined : matchLabel(text, state.lexicon);
  if (cells) readRow(state, cells);
  else if (match?.known && !isListed(state, match)) beginAll(state, match);
  else if (match || !holdsTick(text) || !readTicked(state, text, setting))
    readUnknown(state, text, setting, match);
};
