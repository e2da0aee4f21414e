import { isOpenQuestion, mayAnswer } from "./answers.ts";
import { readLine } from "./form-lines.ts";
import { beginPair, closePair, type FormState, join, type Pair, readStray, shapeOf } from "./form-state.ts";
import { cleanLabel, isNextQuestion, matchLabel } from "./labels.ts";
import { type KnownLabel, type Lexicon, plainWords } from "./lexicon.ts";
import { holdsTick } from "./ticks.ts";
import type { Field } from "./vocabulary.ts";

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
const readCell = (state: FormState, cell: string): void => {
  const [first = "", ...more] = linesOf(cell).filter((line) => line.trim());
  if (!first) return;
  const waitsForText =
    state.open?.waiting === true && state.open.pair.known !== undefined && state.open.shape === "text";
  if (waitsForText && !isNextQuestion(state.open?.pair.known, first, state.lexicon)) {
    for (const line of [first, ...more]) readStray(state, line, true);
    return;
  }
  readLine(state, first);
  const label = cleanLabel(first);
  if (more.length > 0 && isFreeText(label, state.lexicon))
    for (const line of more) readStray(state, line, true);
  else for (const line of more) readLine(state, line);
};

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
  if (nested > 0) for (const line of lines.slice(nested)) readLine(state, line);
  return pair;
};

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

const isSpacer = (cell: string): boolean => /^[\s:*]+$/.test(cell);

const momentFields: readonly Field[] = ["missingSince", "reportedAt", "foundAt", "returnedAt"];
const identity: readonly Field[] = ["reference", "name", "surname", "forenames", "dateOfBirth"];

const isQuestion = (asked: KnownLabel | undefined, cell: string, lexicon: Lexicon): boolean =>
  isNextQuestion(asked, cell.split("\n")[0] ?? "", lexicon);

/** "High | Medium X | Low": further answers to the same question, so that it is not the first that counts. */
const answersMore = (known: KnownLabel, cells: readonly string[], lexicon: Lexicon): boolean => {
  const first = cells.find(Boolean)?.split(/\s/)[0] ?? "";
  const graded = known.field === "risk" && lexicon.riskOf(plainWords(first)) !== undefined;
  const answered = shapeOf(known) === "word" && (lexicon.isYes(first) || lexicon.isNo(first));
  return (graded || answered) && cells.every((cell) => !lexicon.labelOf(cell));
};

type Answer = { value: string; taken: number; more: string[] };

/** The cells that answer a label: mostly the next one; a colon or an empty column may stand between. */
const answerIn = (cells: readonly string[], from: number, known: KnownLabel, lexicon: Lexicon): Answer => {
  let at = from;
  while (at < cells.length && cells[at] && isSpacer(cells[at] as string)) at += 1;
  const isSpaced = cells[at] === "" && cells.length % 2 === 1 && cells[at + 1] !== undefined;
  if (isSpaced && cells[at + 1] && !isQuestion(known, cells[at + 1] as string, lexicon)) at += 1;
  const value = cells[at] ?? "";
  if (value && isQuestion(known, value, lexicon)) return { value: "", taken: at - from, more: [] };
  let end = at + 1;
  const goesOn = (cell: string | undefined): cell is string =>
    cell !== undefined && cell !== "" && (holdsTick(cell) || !isQuestion(known, cell, lexicon));
  const ticks = cells.slice(at).some(holdsTick);
  while (ticks && goesOn(cells[end]) && (holdsTick(cells[end] as string) || holdsTick(cells[end + 1] ?? "")))
    end += 1;
  if (ticks) return { value: cells.slice(at, end).join(" "), taken: end - from, more: [] };
  const rest = cells.slice(end);
  if (answersMore(known, rest, lexicon))
    return { value: [value, ...rest].join(" "), taken: cells.length - from, more: [] };
  const isOdd = cells.length === 3 && from === 1 && rest.length === 1 && goesOn(rest[0]);
  return { value, taken: (isOdd ? end + 1 : end) - from, more: isOdd ? rest : [] };
};

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
  if (other === undefined) return readPair(state, label, tidy);
  if (identity.includes(known.field)) state.form.contradicted.push(known.field);
  return readPair(
    state,
    label,
    momentFields.includes(known.field) || !identity.includes(known.field) ? `${tidy} ${other}` : tidy,
  );
};

const isSectionTitle = (cell: string): boolean =>
  /\b(?:details|information|section|episode|summary)\b/i.test(cell);

/** Reads what begins at one cell and says how many cells that took. */
const readFrom = (state: FormState, cells: readonly string[], at: number): number => {
  const { lexicon } = state;
  const cell = cells[at] ?? "";
  const value = cells[at + 1];
  const stacked = stackedPairs(cell, value, lexicon);
  for (const [label, one] of stacked) readPair(state, label, one);
  if (stacked.length > 0) return 2;
  const known = lexicon.labelOf(cell);
  const sub = value && cells[at + 2] ? lexicon.labelOf(`${value} ${cell}`) : undefined;
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
  cells.forEach((cell, at) => {
    const pair = state.columns[at];
    if (cell && pair) pair.value = join(pair.value, cell.replace(/\n/g, " "), shapeOf(pair.known));
  });
  return true;
};

export const readRow = (state: FormState, cells: readonly string[]): void => {
  if (readContinuation(state, cells)) return;
  state.columns = [];
  const [first = ""] = cells;
  const filled = cells.filter(Boolean);
  if (cells.length > 1 && first && filled.length === 1) {
    const known = state.lexicon.labelOf(first);
    if (
      known &&
      isOpenQuestion(known.field) === false &&
      !mayAnswer(state.open?.waiting ? state.open.pair.known?.field : undefined, known.field)
    )
      readPair(state, first, "");
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
