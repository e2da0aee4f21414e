import type { KnownLabel, Lexicon } from "../words/lexicon.ts";
import { plainWords } from "../words/plain-words.ts";
import type { Field } from "../words/vocabulary.ts";
import type { Row } from "./block-rows.ts";
import { identity, mayAnswer } from "./field-roles.ts";
import { joinColumns, readPair } from "./form-cells.ts";
import { closePair } from "./form-pairs.ts";
import { type FormState, shapeOf } from "./form-state.ts";
import { holdsTick } from "./ticks.ts";

const labelsOf = (cells: readonly string[], lexicon: Lexicon): (KnownLabel | undefined)[] =>
  cells.map((cell) => lexicon.labelOf(cell));

export const namesChildren = (cells: readonly string[], lexicon: Lexicon): boolean =>
  labelsOf(cells, lexicon).some((known) => known && identity.includes(known.field));

/** No label stands beside a label where one of them is to be answered by the other. */
const standSideBySide = (labels: readonly (KnownLabel | undefined)[]): boolean =>
  labels.some(
    (known, at) => known && labels[at + 1] && !mayAnswer(known.field, labels[at + 1]?.field as Field),
  );

/** A row of labels only, over a row of values: "Surname | Forename | DOB" over "ASHDOWN | Ellie | 09/03/2011". */
export const isHeaderRow = (row: Row, next: Row | undefined, lexicon: Lexicon): boolean => {
  const { cells } = row;
  if (cells.length < 2 || next?.cells.length !== cells.length) return false;
  const labels = labelsOf(cells, lexicon);
  const known = labels.filter(Boolean).length;
  if (row.heads && !next.heads && known > 0) return true;
  const below = labelsOf(next.cells, lexicon);
  if (known < cells.length - (cells.length > 3 ? 1 : 0))
    return standSideBySide(labels) && known * 2 >= cells.length && !below.some(Boolean);
  // "CSE" is a label of its own, and what often stands under "Warning Markers".
  const mayBeValues = below.every((one, at) => !one || mayAnswer(labels[at]?.field, one.field));
  const hasValues = below.some((one) => !one);
  const [first, second] = labels;
  const isPair = cells.length === 2 && second !== undefined && mayAnswer(first?.field, second.field);
  return mayBeValues && hasValues && (!isPair || next.cells.some((cell) => /\d{2}/.test(cell)));
};

/** "Field | Previous | New": the third column is what holds. */
export const isChangeHeader = ({ cells }: Row, lexicon: Lexicon): boolean => {
  if (cells.length !== 3) return false;
  const [, former = "", current = ""] = cells.map(plainWords);
  return lexicon.words.columns.former.includes(former) && lexicon.words.columns.current.includes(current);
};

/** "Warning | Yes | No" over "CSE | ✓ |": the column of the tick answers. */
export const isAnswerHeader = ({ cells }: Row, lexicon: Lexicon): boolean =>
  cells.length > 2 &&
  !cells.some(holdsTick) &&
  cells
    .slice(1)
    .every((cell) => lexicon.isYes(cell) || lexicon.isNo(cell) || (cell !== "" && lexicon.isBlank(cell))) &&
  cells.some((cell) => lexicon.isYes(cell)) &&
  cells.some((cell) => lexicon.isNo(cell));

export const readUnderAnswers = (
  state: FormState,
  header: readonly string[],
  cells: readonly string[],
): void => {
  const ticked = cells.findIndex((cell, at) => at > 0 && cell !== "");
  readPair(state, cells[0] ?? "", ticked < 0 ? "" : (header[ticked] ?? ""));
  closePair(state);
};

const isTotal = (cell: string | undefined): boolean => /^(?:grand )?totals?\b/i.test(cell ?? "");

/** Text that goes on in the columns of the child above: no column that names one is filled. */
const goesOn = (state: FormState, labels: readonly string[], cells: readonly string[]): boolean =>
  cells[0] === "" &&
  cells.every((cell, at) => !cell || shapeOf(state.lexicon.labelOf(labels[at] ?? "")) !== "word") &&
  cells.some((cell, at) => cell && state.columns[at]);

/** A row of values under a row of labels: where the labels name children, a child of its own. */
export const readUnderHeader = (
  state: FormState,
  labels: readonly string[],
  cells: readonly string[],
): void => {
  if (isTotal(cells[0])) return;
  if (goesOn(state, labels, cells)) {
    joinColumns(state, cells);
    return;
  }
  if (namesChildren(labels, state.lexicon)) {
    state.groups += 1;
    state.group = state.groups;
    state.loose = false;
  }
  state.columns = [];
  labels.forEach((label, at) => {
    if (label) state.columns[at] = readPair(state, label, cells[at] ?? "");
    closePair(state);
  });
};
