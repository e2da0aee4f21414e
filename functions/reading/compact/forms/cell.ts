import type { KnownLabel, Shape } from "../words/fields.ts";
import type { Section } from "../words/lexicon.ts";
import type { Match } from "./labels.ts";

export type PairItem = Extract<Item, { is: "pair" }>;

/** A label with its answer, words without a label, or what stands over either, in the mail's order. */
export type Item =
  | {
      is: "pair";
      kind: "words" | undefined;
      label: string;
      value: string;
      known: KnownLabel | undefined;
      apart: boolean;
      /** Below whose name it stands, where it is theirs. */
      owner: string | undefined;
      cell: Cell;
    }
  | { is: "heading"; text: string }
  | { is: "section"; section: Section; text: string; cell: Cell };

/** A piece of what a mail shows, before anyone asks what it means: a line, a line of a table's cell, or a label with its answer. */
export type Cell = {
  text: string;
  row: number;
  column: number;
  /** Stands in a row of a table. */
  inTable: boolean;
  /** A blank line stands above it. */
  gap: boolean;
  indented?: boolean | undefined;
  /** One of a list. */
  bullet?: boolean | undefined;
  /** A label, with what the layout sets beside it. */
  asks?: Match;
  /** The column of that answer, which a row below may go on with. */
  answer?: number | undefined;
  /** Bold words nobody knows, and what stands behind them. */
  bold?: Match;
  /** The whole line, at the first of the cells it is set in. */
  line?: string;
  /** What stands above is answered no further here. */
  isNew?: boolean;
  /** What is below is no more of its answer. */
  ends?: boolean;
  /** The title of a part of a form. */
  isTitle?: boolean;
  /** A second answer stands beside the first. */
  isContradicted?: boolean;
  /** A row of a table of children that does not fit under its headings. */
  unread?: string[];
  /** The child it is about, where a table's row or its column says so. */
  child?: number | undefined;
  /** Below that child's row, not in it. */
  loose?: boolean | undefined;
};

/** A cell that has no place yet. */
export type Piece = Omit<Cell, "row" | "inTable" | "gap" | "child" | "loose">;

const glue: Record<Shape, string> = { word: " ", text: " ", list: "; ", address: ", " };

const dividers = new Set([",", ";", ":", "–", "-"]);

/** What stands between a text that ends so and more of it. */
export const between = (end: string, shape: Shape): string => (dividers.has(end) ? " " : glue[shape]);

export const join = (before: string, more: string, shape: Shape): string =>
  before ? `${before}${between(before.at(-1) ?? "", shape)}${more}` : more;
