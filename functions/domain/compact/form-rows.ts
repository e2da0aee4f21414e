import type { Block } from "./document.ts";
import { readLine } from "./form-lines.ts";
import { beginPair, closePair, type FormState, join, shapeOf } from "./form-state.ts";
import { cleanLabel, matchLabel } from "./labels.ts";
import type { Lexicon } from "./lexicon.ts";

const readCell = (state: FormState, cell: string): void => {
  for (const line of cell.split("\n")) if (line.trim()) readLine(state, line.trim());
};

/** A label's cell with the value's cell. Further labels among the lines of the value begin pairs of their own. */
const readPair = (state: FormState, label: string, cell: string): void => {
  const known = state.lexicon.labelOf(label);
  const shape = shapeOf(known);
  const lines = cell.includes("\n")
    ? cell
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean)
    : [cell];
  const nested =
    shape === "text" ? -1 : lines.findIndex((line, at) => at > 0 && matchLabel(line, state.lexicon)?.known);
  const value = (nested < 0 ? lines : lines.slice(0, nested)).reduce(
    (all, line) => join(all, line, shape),
    "",
  );
  beginPair(state, { label: cleanLabel(label), value, ...(known ? { known } : {}), looksLikeLabel: true });
  if (nested > 0) for (const line of lines.slice(nested)) readLine(state, line);
  closePair(state);
};

/** Labels one below the other in one cell, their values line by line in the next. */
const stackedPairs = (labels: string, values: string | undefined, lexicon: Lexicon): [string, string][] => {
  if (!values || !labels.includes("\n")) return [];
  const names = labels.split("\n");
  const said = values.split("\n");
  if (names.length !== said.length || !names.every((name) => lexicon.labelOf(name))) return [];
  return names.map((name, at) => [name, said[at] ?? ""]);
};

const mayBeLabel = (cell: string, lexicon: Lexicon): boolean =>
  cell.length <= 60 && !cell.includes("\n") && /^\p{L}/u.test(cell) && !lexicon.isBanner(cell);

/** Reads what begins at one cell and says how many cells that took. */
const readFrom = (state: FormState, cells: readonly string[], at: number): number => {
  const cell = cells[at] ?? "";
  const value = cells[at + 1];
  const stacked = stackedPairs(cell, value, state.lexicon);
  for (const [label, one] of stacked) readPair(state, label, one);
  if (stacked.length > 0) return 2;
  const inPlace = cells.length % 2 === 0 && at % 2 === 0;
  if (value !== undefined && state.lexicon.labelOf(cell)) {
    readPair(state, cell, value);
    return 2;
  }
  const isForm = matchLabel(cell.split("\n")[0] ?? "", state.lexicon)?.known !== undefined;
  if (!isForm && inPlace && value !== undefined && mayBeLabel(cell, state.lexicon)) {
    readPair(state, cell, value);
    return 2;
  }
  readCell(state, cell);
  if (isForm) closePair(state);
  return 1;
};

export const readRow = (state: FormState, cells: readonly string[]): void => {
  const [first = ""] = cells;
  if (cells.length > 1 && first && cells.slice(1).every((cell) => !cell)) {
    if (state.lexicon.labelOf(first)) readPair(state, first, "");
    else readCell(state, first);
    return;
  }
  for (let at = 0; at < cells.length; ) at += readFrom(state, cells, at);
};

/** A row of values under a row of labels. */
export const readUnderHeader = (
  state: FormState,
  labels: readonly string[],
  cells: readonly string[],
): void => {
  labels.forEach((label, at) => {
    readPair(state, label, cells[at] ?? "");
  });
};

/** A row of labels only, over a row of values: "Surname | Forename | DOB" over "ASHDOWN | Ellie | 09/03/2011". */
export const isHeaderRow = (cells: readonly string[], next: Block | undefined, lexicon: Lexicon): boolean => {
  if (cells.length < 2 || next?.kind !== "row" || next.cells.length !== cells.length) return false;
  const known = cells.filter((cell) => lexicon.labelOf(cell)).length;
  if (known < cells.length - (cells.length > 3 ? 1 : 0)) return false;
  const below = next.cells.flatMap((cell) => lexicon.labelOf(cell)?.field ?? []);
  // "CSE" is a label of its own, and what often stands under "Warning Markers".
  const mayBeValues = known === cells.length && below.every((field) => field === "marker");
  return (
    (below.length === 0 || mayBeValues) && (cells.length > 2 || next.cells.some((cell) => /\d{2}/.test(cell)))
  );
};
