import type { Lexicon } from "../words/lexicon.ts";
import { type Cell, join } from "./cell.ts";
import { isNextQuestion, type Match } from "./labels.ts";
import {
  answered,
  isHeadingOver,
  isOverNext,
  type Meaning,
  meaningOf,
  type Question,
  waitingField,
  wordsMeaning,
} from "./meaning.ts";

/** What answers a question, and what stands below it. */
export type Answer = {
  question: Question;
  /** The label was a heading: what stands below it is no answer. */
  isHeading?: boolean;
  /** Titles that stand between a label and its answer, or below the answer. */
  headings: string[];
  /** A blank line or a banner stands below the answer. */
  apart: boolean;
  /** The first cell that is no part of the answer, and what it is where that is known already. */
  next: number;
  meaning?: Meaning;
};

const isInSameCell = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a !== undefined && b !== undefined && a.row === b.row && a.column === b.column;

/** An answer ends with its cell, and all but a story with its row of a table. */
const endsBefore = (question: Question, last: Cell, cell: Cell): boolean => {
  if (last.ends) return true;
  if (isInSameCell(last, cell)) return false;
  if (cell.isNew && !question.waiting) return true;
  return last.inTable && cell.row !== last.row && waitingField(question) !== "circumstances";
};

/** "Officer in case" over "Name: PC Rowan". */
export const namesWhoIsAsked = (question: Question, { value, known }: Match): boolean => {
  const field = waitingField(question);
  return known?.field === "name" && value !== "" && (field === "officer" || field === "socialWorker");
};

/** All of a cell under "Circumstances" is what happened, whatever words it holds. */
const isAllText = (question: Question, last: Cell, cell: Cell, lexicon: Lexicon): boolean =>
  question.waiting &&
  question.known !== undefined &&
  question.shape === "text" &&
  cell.inTable &&
  !cell.asks &&
  cell.text !== "" &&
  (isInSameCell(last, cell) || !isNextQuestion(question.known, cell.text, lexicon));

const withParagraphs = (question: Question, texts: readonly string[]): Question =>
  texts.length > 0
    ? { ...question, value: texts.reduce((all, text) => join(all, text, "text"), question.value) }
    : question;

/**
 * The answer to the question asked at `from`, as far as it goes. Paragraphs below a blank line are more of it unless a
 * signature or a disclaimer follows; a few words right above the next label are that label's heading.
 */
export const answerTo = (
  first: Question,
  cells: readonly Cell[],
  from: number,
  hasForm: boolean,
  lexicon: Lexicon,
): Answer => {
  const headings: string[] = [];
  let question = first;
  let apart = false;
  let below: string[] = [];
  const end = (next: number, meaning?: Meaning): Answer => {
    const heading = isOverNext(below.at(-1) ?? "") ? below.pop() : undefined;
    if (heading !== undefined) headings.push(heading);
    return {
      question: withParagraphs(question, below),
      headings,
      apart: apart || question.gap || heading !== undefined,
      next,
      ...(meaning ? { meaning } : {}),
    };
  };
  for (let at = from + 1; at < cells.length; at += 1) {
    const [last, cell] = [cells[at - 1] as Cell, cells[at] as Cell];
    if (endsBefore(question, last, cell)) return end(at);
    if (cell.gap) question = { ...question, gap: true };
    if (isAllText(question, last, cell, lexicon)) {
      question = answered(question, cell.text);
      for (; isInSameCell(cells[at + 1], cell); at += 1)
        question = answered(question, cells[at + 1]?.text ?? "");
      continue;
    }
    const meaning = meaningOf(cell, { question, apart, hasForm }, lexicon);
    if (meaning.is === "answer") {
      if (isHeadingOver(question, meaning.text, lexicon)) {
        const words = wordsMeaning(meaning.text, cell, undefined, lexicon);
        return { ...end(at, words), isHeading: true };
      }
      question = answered(withParagraphs(question, below), meaning.text);
      below = [];
      if (cell.line !== undefined) while (cells[at + 1]?.row === cell.row) at += 1;
    } else if (meaning.is === "paragraph") below.push(meaning.text);
    else if (meaning.is === "heading" && question.waiting) headings.push(meaning.text);
    else if (meaning.is === "banner") apart = true;
    else if (meaning.is === "asks" && namesWhoIsAsked(question, meaning.matches[0] as Match)) {
      const [name, ...others] = meaning.matches as [Match, ...Match[]];
      question = answered(question, name.value);
      if (others.length > 0) return end(at, { is: "asks", matches: others });
    } else if (meaning.is === "closing") {
      below = [];
      return end(at, meaning);
    } else if (meaning.is !== "nothing") return end(at, meaning);
  }
  return end(cells.length);
};
