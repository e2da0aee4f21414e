import type { Run } from "./document.ts";
import { readRow } from "./form-rows.ts";
import { beginPair, closePair, type FormState, readStray } from "./form-state.ts";
import { cleanLabel, type Match, matchLabel, splitColumns, splitInline } from "./labels.ts";

const beginAll = (state: FormState, match: Match): void => {
  for (const one of splitInline(match, state.lexicon)) beginPair(state, one);
};

const sentenceEnds = new Set([".", "!", "?", ":", ";"]);

/** A wrapped sentence may well hold a colon; only a label we know interrupts one. */
const isWrapped = ({ open }: FormState, match: Match, indented: boolean): boolean => {
  if (match.known || !open || open.waiting) return false;
  if (indented) return true;
  if (open.gap || open.shape !== "text") return false;
  // Below a label nobody knows there stands rather another than a sentence: each is counted and shown by itself.
  return !match.looksLikeLabel || (open.pair.known !== undefined && !sentenceEnds.has(open.end));
};

/** A label alone on its line, its value to follow. In the middle of a sentence it is only a word of it. */
const readBareLabel = (state: FormState, text: string, indented: boolean): void => {
  const { open } = state;
  const known = state.lexicon.labelOf(text);
  const isValue = open?.waiting === true && open.pair.known !== undefined;
  const inSentence = open !== undefined && !open.gap && open.shape === "text" && /^\p{Ll}/u.test(text);
  if (!known || isValue || inSentence) readStray(state, text, indented);
  else beginPair(state, { label: text, value: "", known, looksLikeLabel: true });
};

const readUnknown = (state: FormState, text: string, indented: boolean, match: Match | undefined): void => {
  if (state.closing) {
    readBareLabel(state, text, indented);
    return;
  }
  if (state.lexicon.isBanner(text)) return;
  if (state.lexicon.isClosing(text)) {
    closePair(state, false);
    state.closing = [];
  } else if (!match || isWrapped(state, match, indented)) readBareLabel(state, text, indented);
  else if (state.lexicon.kindsIn(match.label).size > 0) {
    closePair(state);
    state.form.headings.push(text);
  } else beginAll(state, match);
};

export const readLine = (state: FormState, text: string, indented = false): void => {
  const cells = splitColumns(text, state.lexicon);
  const [label = "", value = ""] = cells ?? [];
  const known = cells?.length === 2 ? state.lexicon.labelOf(label) : undefined;
  const match = cells ? undefined : matchLabel(text, state.lexicon);
  if (known) beginPair(state, { label: cleanLabel(label), value, known, looksLikeLabel: true });
  else if (cells) readRow(state, cells);
  else if (match?.known) beginAll(state, match);
  else readUnknown(state, text, indented, match);
};

const tidyValue = (text: string): string => text.replace(/^[\s:–—-]+/, "").trimEnd();

/** Bold words we do not know are a label only where something divides them from what follows. */
const readUnknownBold = (state: FormState, runs: readonly Run[], line: string, indented: boolean): void => {
  const [first, ...others] = runs;
  const rest = others.map((run) => run.text).join("");
  const label = first?.bold ? cleanLabel(first.text) : "";
  const divided = /:\s*$/.test(first?.text ?? "") || /^\s*[:–—-]/.test(rest);
  const match = { label, value: tidyValue(rest), looksLikeLabel: true };
  const isPair =
    label &&
    divided &&
    match.value &&
    !isWrapped(state, match, false) &&
    state.lexicon.kindsIn(label).size === 0;
  if (isPair) beginPair(state, match);
  else readLine(state, line, indented);
};

/** "**Surname** ASHDOWN **DOB** 09/03/2011": every bold run that is a label begins a pair. */
export const readRuns = (state: FormState, runs: readonly Run[], line: string, indented: boolean): void => {
  const parts: { match?: Match; text: string }[] = [];
  for (const run of runs) {
    const known = run.bold ? state.lexicon.labelOf(run.text.trim()) : undefined;
    const last = parts.at(-1);
    if (known)
      parts.push({
        match: { label: cleanLabel(run.text), value: "", known, looksLikeLabel: true },
        text: "",
      });
    else if (last) last.text += run.text;
    else parts.push({ text: run.text });
  }
  if (!parts.some((part) => part.match)) readUnknownBold(state, runs, line, indented);
  else
    for (const { match, text } of parts) {
      const value = tidyValue(text);
      if (match) beginAll(state, { ...match, value });
      else if (value) readLine(state, value, indented);
    }
};
