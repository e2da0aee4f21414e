import type { KnownLabel, Lexicon } from "../words/lexicon.ts";
import { plainWords } from "../words/plain-words.ts";
import { shapeOf } from "./form-state.ts";
import { isNextQuestion } from "./labels.ts";
import { holdsTick } from "./ticks.ts";

export const isSpacer = (cell: string): boolean => /^[\s:*]+$/.test(cell);

export const isQuestion = (asked: KnownLabel | undefined, cell: string, lexicon: Lexicon): boolean =>
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

export type Answer = { value: string; taken: number; more: string[] };

/** The cells that answer a label: mostly the next one; a colon or an empty column may stand between. */
export const answerIn = (
  cells: readonly string[],
  from: number,
  known: KnownLabel,
  lexicon: Lexicon,
): Answer => {
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
    return { value: chosenOf([value, ...rest]), taken: cells.length - from, more: [] };
  const isOdd = cells.length === 3 && from === 1 && rest.length === 1 && goesOn(rest[0]);
  return { value, taken: (isOdd ? end + 1 : end) - from, more: isOdd ? rest : [] };
};
