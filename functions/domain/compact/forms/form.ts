import type { Block } from "../document.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { mayAnswer } from "./field-roles.ts";
import { isColumnPerChild, readColumns } from "./form-columns.ts";
import { readLine } from "./form-lines.ts";
import { closePair } from "./form-pairs.ts";
import { readRow } from "./form-rows.ts";
import { readRuns } from "./form-runs.ts";
import { emptyForm, type Form, type FormState, join, shapeOf } from "./form-state.ts";
import {
  isAnswerHeader,
  isChangeHeader,
  isHeaderRow,
  namesChildren,
  readUnderAnswers,
  readUnderHeader,
} from "./form-tables.ts";
import { matchLabel } from "./labels.ts";
import { withTextTables } from "./text-tables.ts";

export type { Form, Pair } from "./form-state.ts";

type Row = Extract<Block, { kind: "row" }>;
type Table = {
  header?: readonly string[] | undefined;
  answers?: readonly string[] | undefined;
  broken: boolean;
};

/** A rule drawn between rows: "+-----+----+", "|-----|----|". */
const isRule = (block: Block): boolean =>
  block.kind === "row"
    ? block.cells.every((cell) => /^[-=_+:\s]*$/.test(cell))
    : block.kind === "line" &&
      "+|=_- ".includes(block.text.charAt(0)) &&
      /^[\s+|=_-]+$/.test(block.text) &&
      /[-=_]{3}/.test(block.text);

/** The next row; below a row of labels only, a line naming a group may stand between. */
const rowBelow = (blocks: readonly Block[], at: number, lexicon: Lexicon): Block | undefined => {
  const { cells } = blocks[at] as Row;
  const isHead = cells.length > 2 && cells.every((cell) => lexicon.labelOf(cell));
  return blocks
    .slice(at + 1, at + 5)
    .find((one) => !isRule(one) && !(isHead && (one.kind === "line" || one.kind === "gap")));
};

const rowsFrom = (blocks: readonly Block[], at: number): Row[] => {
  const rows: Row[] = [];
  const width = (blocks[at] as Row).cells.length;
  for (let i = at; i < blocks.length; i += 1) {
    const block = blocks[i] as Block;
    if (block.kind !== "row" || block.cells.length !== width) break;
    rows.push(block);
  }
  return rows;
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

const readTableRow = (state: FormState, row: Row, next: Block | undefined, table: Table): void => {
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
const leaveTable = (state: FormState, table: Table): void => {
  table.answers = undefined;
  state.change = false;
  state.columns = [];
  if (!table.header) return;
  table.broken = true;
  if (table.header.length < 3 || !namesChildren(table.header, state.lexicon)) table.header = undefined;
  else state.loose = true;
};

/** Recognises labels and their values in any order and layout. */
export const readForm = (written: readonly Block[], lexicon: Lexicon): Form => {
  const blocks = withTextTables(written, lexicon);
  const state: FormState = {
    lexicon,
    form: emptyForm(),
    apart: false,
    groups: 0,
    dropped: [],
    columns: [],
    change: false,
  };
  const table: Table = { broken: false };
  let columnsUntil = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    if (at < columnsUntil) continue;
    if (block.kind === "row") {
      if (isRule(block)) continue;
      const rows =
        block.cells.length > 2 && (at === 0 || blocks[at - 1]?.kind !== "row") ? rowsFrom(blocks, at) : [];
      if (rows.length > 1 && isColumnPerChild(rows, lexicon)) {
        readColumns(state, rows);
        columnsUntil = at + rows.length;
      } else {
        const next = rowBelow(blocks, at, lexicon);
        readTableRow(state, block, next, table);
      }
      continue;
    }
    if (block.kind === "gap") {
      if (state.open) state.open.gap = true;
      else state.apart = true;
      continue;
    }
    if (block.kind === "quote") continue;
    if (isRule(block) && blocks[at + 1]?.kind === "row") continue;
    leaveTable(state, table);
    if (block.runs) readRuns(state, block.runs, block.text, block);
    else readLine(state, block.text, block);
  }
  closePair(state);
  return state.form;
};
