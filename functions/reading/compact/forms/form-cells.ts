import type { Lexicon } from "../words/lexicon.ts";
import { beginPair } from "./form-pairs.ts";
import { type FormState, join, type Pair, shapeOf } from "./form-state.ts";
import { readStray } from "./form-strays.ts";
import { cleanLabel, isNextQuestion, matchLabel } from "./labels.ts";

const linesOf = (cell: string): string[] =>
  cell.includes("\n")
    ? cell
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean)
    : [cell];

const isFreeText = (label: string, lexicon: Lexicon): boolean =>
  shapeOf(lexicon.labelOf(label)) === "text" && lexicon.labelOf(label) !== undefined;

/** Lines by themselves; but all of a cell under "Circumstances" is what happened, whatever words it holds. */
export const readCell = (state: FormState, cell: string): void => {
  const [first = "", ...more] = linesOf(cell).filter((line) => line.trim());
  if (!first) return;
  const waitsForText =
    state.open?.waiting === true && state.open.pair.known !== undefined && state.open.shape === "text";
  if (waitsForText && !isNextQuestion(state.open?.pair.known, first, state.lexicon)) {
    for (const line of [first, ...more]) readStray(state, line, true);
    return;
  }
  state.readLine(state, first);
  const label = cleanLabel(first);
  if (more.length > 0 && isFreeText(label, state.lexicon))
    for (const line of more) readStray(state, line, true);
  else for (const line of more) state.readLine(state, line);
};

/** Cells that go on with the values in the columns above them. */
export const joinColumns = (state: FormState, cells: readonly string[]): void =>
  cells.forEach((cell, at) => {
    const pair = state.columns[at];
    if (cell && pair) pair.value = join(pair.value, cell, shapeOf(pair.known));
  });

/** A label's cell with the value's cell. Further labels among the lines of the value begin pairs of their own. */
export const readPair = (state: FormState, label: string, cell: string): Pair | undefined => {
  const known = state.lexicon.labelOf(label);
  const shape = shapeOf(known);
  const lines = linesOf(cell);
  const nested =
    shape === "text" ? -1 : lines.findIndex((line, at) => at > 0 && matchLabel(line, state.lexicon)?.known);
  const value = (nested < 0 ? lines : lines.slice(0, nested)).reduce(
    (all, line) => join(all, line, shape),
    "",
  );
  beginPair(state, { label: cleanLabel(label), value, ...(known ? { known } : {}), looksLikeLabel: true });
  const pair = state.open?.pair;
  if (nested > 0) for (const line of lines.slice(nested)) state.readLine(state, line);
  return pair;
};
