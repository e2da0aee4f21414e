import type { Block } from "../document.ts";
import type { Lexicon } from "../words/lexicon.ts";
import type { Row } from "./block-rows.ts";
import { mayAnswer } from "./field-roles.ts";
import { closePair } from "./form-pairs.ts";
import { readRow } from "./form-rows.ts";
import { type FormState, join, shapeOf } from "./form-state.ts";
import {
  isAnswerHeader,
  isChangeHeader,
  isHeaderRow,
  namesChildren,
  readUnderAnswers,
  readUnderHeader,
} from "./form-tables.ts";
import { matchLabel } from "./labels.ts";

export type Table = {
  header?: readonly string[] | undefined;
  answers?: readonly string[] | undefined;
  broken: boolean;
};

/** A row of a table of children with other columns than its headings. */
const fitsNowhere = (cells: readonly string[], header: readonly string[], lexicon: Lexicon): boolean =>
  cells.filter(Boolean).length > 2 &&
  namesChildren(header, lexicon) &&
  cells.every((cell) => !matchLabel(cell, lexicon)?.known && !lexicon.labelOf(cell));

/** "Circumstances" alone in its row, the text in the next. */
const waitsForStory = ({ open }: FormState): boolean =>
  open?.waiting === true && open.pair.known?.field === "circumstances";

/** A row that begins with a label is of another table, unless that label answers the heading above it. */
const beginsForm = (header: readonly string[], cells: readonly string[], lexicon: Lexicon): boolean => {
  const known = lexicon.labelOf(cells[0] ?? "");
  return known !== undefined && !mayAnswer(lexicon.labelOf(header[0] ?? "")?.field, known.field);
};

/** A label that reaches down over several rows: the lines of one value, or "Risk" over "Initial" and "Current". */
const readCarried = (state: FormState, { cells, carried = 0 }: Row): boolean => {
  const pair = state.columns[carried];
  if (carried !== 1 || cells.length !== 2 || !pair || pair.label !== cells[0]) return false;
  if (shapeOf(pair.known) === "word") return false;
  pair.value = join(pair.value, cells[1] ?? "", shapeOf(pair.known));
  return true;
};

export const readTableRow = (state: FormState, row: Row, next: Block | undefined, table: Table): void => {
  const { cells } = row;
  const { lexicon } = state;
  const nextRow = next?.kind === "row" ? next : undefined;
  if (isChangeHeader(row, lexicon)) state.change = true;
  else if (isAnswerHeader(row, lexicon)) table.answers = cells;
  else if (isHeaderRow(row, nextRow, lexicon)) {
    table.header = cells;
    table.broken = false;
    state.columns = [];
  } else if (table.answers?.length === cells.length) readUnderAnswers(state, table.answers, cells);
  else if (table.header?.length === cells.length && !beginsForm(table.header, cells, lexicon))
    readUnderHeader(state, table.header, cells);
  else if (table.header && !table.broken && fitsNowhere(cells, table.header, lexicon))
    state.form.unread.push([...cells]);
  else {
    if (table.header && cells.filter(Boolean).length > 1) {
      table.header = undefined;
      state.group = undefined;
    }
    if (!readCarried(state, row)) readRow(state, cells);
  }
  if (!waitsForStory(state)) closePair(state);
};

/** Lines between the rows of a table of several children are of the one above them; any other table has ended. */
export const leaveTable = (state: FormState, table: Table): void => {
  table.answers = undefined;
  state.change = false;
  state.columns = [];
  if (!table.header) return;
  table.broken = true;
  if (table.header.length < 3 || !namesChildren(table.header, state.lexicon)) table.header = undefined;
  else state.loose = true;
};
