import type { KnownLabel, Lexicon } from "../words/lexicon.ts";
import { identity, mayAnswer } from "./field-roles.ts";
import { joinColumns, readCell, readPair } from "./form-cells.ts";
import { beginPair, closePair } from "./form-pairs.ts";
import { askedIn, type FormState, type Pair } from "./form-state.ts";
import { cleanLabel, matchLabel } from "./labels.ts";
import { type Answer, answerIn, isQuestion, isSpacer } from "./row-answers.ts";

/** Labels one below the other in one cell, their values line by line in the next. */
const stackedPairs = (labels: string, values: string | undefined, lexicon: Lexicon): [string, string][] => {
  if (!values || !labels.includes("\n")) return [];
  const names = labels.split("\n");
  const said = values.split("\n");
  if (names.length !== said.length || !names.every((name) => lexicon.labelOf(name))) return [];
  // "Care Status / Looked After" beside "Risk / High": each cell has its own label above its own value.
  if (lexicon.labelOf(said[0] ?? "")) return [];
  return names.map((name, at) => [name, said[at] ?? ""]);
};

const mayBeLabel = (cell: string, lexicon: Lexicon): boolean =>
  cell.length <= 60 && !cell.includes("\n") && /^\p{L}/u.test(cell) && !lexicon.isBanner(cell);

/** What is holds, and what was is kept under a label of its own. */
const readChange = (state: FormState, [label = "", former = "", current = ""]: readonly string[]): void => {
  readPair(state, `Previous ${label}`, former);
  readPair(state, label, current);
};

/** A third cell: the time beside the date, or a second answer to one question. */
const readAnswer = (
  state: FormState,
  label: string,
  known: KnownLabel,
  { value, more }: Answer,
): Pair | undefined => {
  const [other] = more;
  const tidy = value.replace(/^:\s*/, "");
  const isOne = identity.includes(known.field);
  if (other !== undefined && isOne) state.form.contradicted.push(known.field);
  return readPair(state, label, other === undefined || isOne ? tidy : `${tidy} ${other}`);
};

const isSectionTitle = (cell: string): boolean =>
  /\b(?:details|information|section|episode|summary)\b/i.test(cell);

/** "Risk | Initial | Medium": a word between label and value that makes another label of it. */
const mayQualify = (value: string | undefined, cells: readonly string[], lexicon: Lexicon): boolean =>
  value !== undefined && cells.length % 2 === 1 && /^\p{L}/u.test(value) && !lexicon.isBlank(value);

/** Reads what begins at one cell and says how many cells that took. */
const readFrom = (state: FormState, cells: readonly string[], at: number): number => {
  const { lexicon } = state;
  const cell = cells[at] ?? "";
  const value = cells[at + 1];
  const stacked = stackedPairs(cell, value, lexicon);
  for (const [label, one] of stacked) readPair(state, label, one);
  if (stacked.length > 0) return 2;
  const known = lexicon.labelOf(cell);
  const sub = mayQualify(value, cells, lexicon) ? lexicon.labelOf(`${value} ${cell}`) : undefined;
  if (known && value !== undefined && sub && sub.field === known.field && !lexicon.labelOf(value)) {
    state.columns[at + 2] = readPair(state, `${value} ${cell}`, cells[at + 2] ?? "");
    return 3;
  }
  if (known?.field === "name" && value && isSectionTitle(value)) {
    state.form.headings.push(cell);
    return 1;
  }
  if (known && value !== undefined) {
    const answer = answerIn(cells, at + 1, known, lexicon);
    state.columns[at + 1] = readAnswer(state, cell, known, answer);
    return 1 + answer.taken;
  }
  const [first = ""] = cell.split("\n");
  const form = matchLabel(first, lexicon);
  const isForm = form?.known !== undefined || (form?.looksLikeLabel === true && form.value !== "");
  const inPlace = cells.length % 2 === 0 && at % 2 === 0;
  if (
    !isForm &&
    inPlace &&
    value !== undefined &&
    mayBeLabel(cell, lexicon) &&
    !isQuestion(undefined, value, lexicon)
  ) {
    state.columns[at + 1] = readPair(state, cell, value);
    return 2;
  }
  if (cell && !isSpacer(cell)) readCell(state, cell);
  if (isForm) closePair(state);
  return 1;
};

/** Under an empty first cell the row above goes on, column by column. */
const readContinuation = (state: FormState, cells: readonly string[]): boolean => {
  if (cells[0] !== "" || !cells.some((cell, at) => cell && state.columns[at])) return false;
  if (cells.some((cell, at) => cell && !state.columns[at])) return false;
  joinColumns(
    state,
    cells.map((cell) => cell.replace(/\n/g, " ")),
  );
  return true;
};

const isUnanswered = (cell: string, lexicon: Lexicon): boolean =>
  !lexicon.labelOf(cell) && lexicon.kindsIn(cell).size > 0 && !lexicon.hasKindPhrase(cell);

export const readRow = (state: FormState, cells: readonly string[]): void => {
  if (readContinuation(state, cells)) return;
  state.columns = [];
  const [first = ""] = cells;
  const filled = cells.filter(Boolean);
  if (cells.length > 1 && first && filled.length === 1) {
    // "Cancelled" beside an empty cell was not answered; "Missing Person Report" there is a title across the table.
    if (isUnanswered(first, state.lexicon)) {
      beginPair(state, { label: cleanLabel(first), value: "", looksLikeLabel: true });
      return;
    }
    const known = state.lexicon.labelOf(first);
    if (known && !mayAnswer(askedIn(state), known.field)) readPair(state, first, "");
    else readCell(state, first);
    return;
  }
  if (state.change && cells.length === 3) {
    readChange(state, cells);
    return;
  }
  for (let at = 0; at < cells.length; ) {
    if (!state.open?.waiting) closePair(state);
    at += readFrom(state, cells, at);
  }
};
