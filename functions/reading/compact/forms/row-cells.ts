import { isIdentity, type KnownLabel, shapeOf } from "../words/fields.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { plainWords } from "../words/plain-words.ts";
import { join, type Piece } from "./cell.ts";
import { cleanLabel, isNextQuestion, matchLabel } from "./labels.ts";
import { splitColumns } from "./split-columns.ts";
import { holdsTick } from "./ticks.ts";

export const isSpacer = (cell: string): boolean => /^[\s:*]+$/.test(cell);

const linesOf = (cell: string): string[] =>
  cell.includes("\n")
    ? cell
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean)
    : [cell];

/** Whose answer ends with the last of them. */
export const ending = (pieces: Piece[]): Piece[] => {
  const last = pieces.at(-1);
  if (last) last.ends = true;
  return pieces;
};

/** A line of a cell may itself be set in columns. */
const inlinePieces = (text: string, column: number, lexicon: Lexicon): Piece[] => {
  const cells = splitColumns(text, lexicon);
  return cells ? rowPieces(cells, lexicon).map((piece) => ({ ...piece, column })) : [{ text, column }];
};

/** A label's cell with the value's cell. Further labels among the lines of the value stand for themselves. */
export const pairPieces = (
  label: string,
  cell: string,
  column: number,
  lexicon: Lexicon,
  answer?: number,
): Piece[] => {
  const known = lexicon.labelOf(label);
  const shape = shapeOf(known);
  const lines = linesOf(cell);
  const nested =
    shape === "text" || lines.length < 2
      ? -1
      : lines.findIndex((line, at) => at > 0 && matchLabel(line, lexicon)?.known);
  const own = nested < 0 ? lines : lines.slice(0, nested);
  const value = own.length === 1 ? (own[0] as string) : own.reduce((all, line) => join(all, line, shape), "");
  const asks = { label: cleanLabel(label), value, known, looksLikeLabel: true };
  const first: Piece = { text: label, column, asks, answer };
  if (nested < 0) return [first];
  return [first, ...lines.slice(nested).flatMap((line) => inlinePieces(line, column, lexicon))];
};

const linePieces = (cell: string, column: number, ends: boolean, lexicon: Lexicon): Piece[] => {
  const pieces = linesOf(cell)
    .filter((line) => line.trim())
    .flatMap((line) => inlinePieces(line, column, lexicon));
  return ends ? ending(pieces) : pieces;
};

const isQuestion = (asked: KnownLabel | undefined, cell: string, lexicon: Lexicon): boolean =>
  isNextQuestion(asked, cell.split("\n")[0] ?? "", lexicon);

/** "High | Medium X | Low": further answers to the same question, so that it is not the first that counts. */
const answersMore = (known: KnownLabel, cells: readonly string[], lexicon: Lexicon): boolean => {
  const first = cells.find(Boolean)?.split(/\s/)[0] ?? "";
  const graded = known.field === "risk" && lexicon.riskOf(plainWords(first)) !== undefined;
  const answered = shapeOf(known) === "word" && (lexicon.isYes(first) || lexicon.isNo(first));
  return (graded || answered) && cells.every((cell) => !lexicon.labelOf(cell));
};

/** "High | Medium X | Low": the crossed one, else all of them for a person. */
const chosenOf = (options: readonly string[]): string => {
  const crossed = options.filter((option) => /\s[xX]$/.test(option));
  return crossed.length === 1 ? (crossed[0] as string).slice(0, -1).trim() : options.join(" / ");
};

type Answer = { value: string; taken: number; other?: string | undefined };

/** The cells that answer a label: mostly the next one; a colon or an empty column may stand between. */
const answerIn = (cells: readonly string[], from: number, known: KnownLabel, lexicon: Lexicon): Answer => {
  let at = from;
  while (at < cells.length && cells[at] && isSpacer(cells[at] as string)) at += 1;
  const isSpaced = cells[at] === "" && cells.length % 2 === 1 && cells[at + 1] !== undefined;
  if (isSpaced && cells[at + 1] && !isQuestion(known, cells[at + 1] as string, lexicon)) at += 1;
  const value = cells[at] ?? "";
  if (value && isQuestion(known, value, lexicon)) return { value: "", taken: at - from };
  let end = at + 1;
  const goesOn = (cell: string | undefined): cell is string =>
    cell !== undefined && cell !== "" && (holdsTick(cell) || !isQuestion(known, cell, lexicon));
  const ticks = cells.slice(at).some(holdsTick);
  while (ticks && goesOn(cells[end]) && (holdsTick(cells[end] as string) || holdsTick(cells[end + 1] ?? "")))
    end += 1;
  if (ticks) return { value: cells.slice(at, end).join(" "), taken: end - from };
  const rest = cells.slice(end);
  if (answersMore(known, rest, lexicon))
    return { value: chosenOf([value, ...rest]), taken: cells.length - from };
  const isOdd = cells.length === 3 && from === 1 && rest.length === 1 && goesOn(rest[0]);
  return isOdd ? { value, taken: end + 1 - from, other: rest[0] } : { value, taken: end - from };
};

/** A third cell: the time beside the date, or a second answer to one question. */
const answered = (
  label: string,
  known: KnownLabel,
  { value, other }: Answer,
  column: number,
  lexicon: Lexicon,
): Piece[] => {
  const tidy = value.replace(/^:\s*/, "");
  const isOne = isIdentity(known.field);
  const [first, ...more] = pairPieces(
    label,
    other === undefined || isOne ? tidy : `${tidy} ${other}`,
    column,
    lexicon,
    column + 1,
  );
  return other !== undefined && isOne
    ? [{ ...(first as Piece), isContradicted: true }, ...more]
    : [first as Piece, ...more];
};

/** Labels one below the other in one cell, their values line by line in the next. */
const stackedPairs = (labels: string, values: string | undefined, lexicon: Lexicon): [string, string][] => {
  if (!values || !labels.includes("\n")) return [];
  const names = labels.split("\n");
  const lines = values.split("\n");
  if (names.length !== lines.length || !names.every((name) => lexicon.labelOf(name))) return [];
  // "Care Status / Looked After" beside "Risk / High": each cell has its own label above its own value.
  if (lexicon.labelOf(lines[0] ?? "")) return [];
  return names.map((name, at) => [name, lines[at] ?? ""]);
};

const mayBeLabel = (cell: string, lexicon: Lexicon): boolean =>
  cell.length <= 60 && !cell.includes("\n") && /^\p{L}/u.test(cell) && !lexicon.isBanner(cell);

const isSectionTitle = (cell: string): boolean =>
  /\b(?:details|information|section|episode|summary)\b/i.test(cell);

/** "Risk | Initial | Medium": a word between label and value that makes another label of it. */
const mayQualify = (value: string | undefined, cells: readonly string[], lexicon: Lexicon): boolean =>
  value !== undefined && cells.length % 2 === 1 && /^\p{L}/u.test(value) && !lexicon.isBlank(value);

/** What begins at one cell, and how many cells that takes. */
const piecesAt = (
  cells: readonly string[],
  at: number,
  lexicon: Lexicon,
): { pieces: Piece[]; taken: number } => {
  const cell = cells[at] ?? "";
  const value = cells[at + 1];
  const stacked = stackedPairs(cell, value, lexicon);
  if (stacked.length > 0)
    return { pieces: stacked.flatMap(([label, one]) => pairPieces(label, one, at, lexicon)), taken: 2 };
  const known = lexicon.labelOf(cell);
  const sub = mayQualify(value, cells, lexicon) ? lexicon.labelOf(`${value} ${cell}`) : undefined;
  if (known && value !== undefined && sub && sub.field === known.field && !lexicon.labelOf(value))
    return { pieces: pairPieces(`${value} ${cell}`, cells[at + 2] ?? "", at, lexicon, at + 2), taken: 3 };
  if (known?.field === "name" && value && isSectionTitle(value))
    return { pieces: [{ text: cell, column: at, isTitle: true }], taken: 1 };
  if (known && value !== undefined) {
    const answer = answerIn(cells, at + 1, known, lexicon);
    return {
      pieces: answered(cell, known, answer, at, lexicon),
      taken: 1 + answer.taken,
    };
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
  )
    return { pieces: pairPieces(cell, value, at, lexicon, at + 1), taken: 2 };
  return { pieces: cell && !isSpacer(cell) ? linePieces(cell, at, isForm, lexicon) : [], taken: 1 };
};

const isUnanswered = (cell: string, lexicon: Lexicon): boolean =>
  !lexicon.labelOf(cell) && lexicon.kindsIn(cell).size > 0 && !lexicon.hasKindPhrase(cell);

/** A label alone in a row of several cells, or a title across the table. */
const aloneInRow = (cell: string, lexicon: Lexicon): Piece[] => {
  // "Cancelled" beside an empty cell was not answered; "Missing Person Report" there is a title.
  if (isUnanswered(cell, lexicon))
    return [{ text: cell, column: 0, asks: { label: cleanLabel(cell), value: "", looksLikeLabel: true } }];
  return lexicon.labelOf(cell) ? pairPieces(cell, "", 0, lexicon) : linePieces(cell, 0, false, lexicon);
};

/** The cells of one row: each label with what answers it, all else line by line. */
export const rowPieces = (cells: readonly string[], lexicon: Lexicon): Piece[] => {
  const [first = ""] = cells;
  if (cells.length > 1 && first && cells.filter(Boolean).length === 1) return aloneInRow(first, lexicon);
  const all: Piece[] = [];
  for (let at = 0; at < cells.length; ) {
    const { pieces, taken } = piecesAt(cells, at, lexicon);
    for (const piece of pieces) {
      piece.isNew = true;
      all.push(piece);
    }
    at += taken;
  }
  return all;
};
