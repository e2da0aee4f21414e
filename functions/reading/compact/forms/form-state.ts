import type { KnownLabel, Lexicon } from "../words/lexicon.ts";
import { type Field, fieldShapes, type Shape } from "../words/vocabulary.ts";
import type { Match } from "./labels.ts";

export type Pair = {
  label: string;
  value: string;
  known?: KnownLabel;
  /** How many headings stood above it. */
  headings: number;
  /** A blank line, a rule or a heading stands between it and the pair before. */
  apart: boolean;
  /** Below whose name it stands, where it is theirs. */
  owner?: string;
  /** The child it is about, where a table's row, its column or a heading says so. */
  group?: number;
  /** Below that child's row, not in it. */
  loose?: boolean;
};

/** A mail's content as a form: what stood beside which label, and the lines that stood alone. */
export type Form = {
  pairs: Pair[];
  headings: string[];
  /** Fields a row gives two answers to. */
  contradicted: string[];
  /** Rows of a table of children that do not fit under its headings. */
  unread: string[][];
};

/** The pair the next line may still belong to. `held` is text after a gap, kept only if the form goes on after it. */
export type Open = {
  pair: Pair;
  /** The last character so far: looking for it in the value itself makes adding many lines quadratic. */
  end: string;
  /** How long the last line was: only a long one is wrapped. */
  width: number;
  shape: Shape;
  waiting: boolean;
  gap: boolean;
  held: string[];
};

export type FormState = {
  lexicon: Lexicon;
  /** Reads one line: by the state, for a cell holds lines and a line may be set in cells. */
  readLine: (state: FormState, text: string) => void;
  form: Form;
  open?: Open | undefined;
  /** After a signature or a disclaimer: the lines that would be headings, should the form go on after all. */
  closing?: string[] | undefined;
  /** Pairs below a closing that a signature may hold: the child's after all where only a note was closed. */
  dropped: Match[];
  /** A blank line, a rule or a heading since the last pair. */
  apart: boolean;
  /** Whom the last heading that named somebody else was over. */
  others?: string | undefined;
  /** The child the last heading or row began. */
  group?: number | undefined;
  groups: number;
  /** The last line was set in columns. */
  inColumns?: boolean | undefined;
  /** The last line taken for a heading. */
  asked?: string | undefined;
  loose?: boolean | undefined;
  /** The pairs of the row above, by the column of their values. */
  columns: (Pair | undefined)[];
  /** In a table of what was and what is. */
  change: boolean;
};

export const emptyForm = (): Form => ({ pairs: [], headings: [], contradicted: [], unread: [] });

/** The field whose label stands there and has no answer yet. */
export const askedIn = ({ open }: FormState): Field | undefined =>
  open?.waiting ? open.pair.known?.field : undefined;

export const shapeOf = (known: KnownLabel | undefined): Shape => (known ? fieldShapes[known.field] : "text");

const glue: Record<Shape, string> = { word: " ", text: " ", list: "; ", address: ", " };

const dividers = new Set([",", ";", ":", "–", "-"]);

export const between = (end: string, shape: Shape): string => (dividers.has(end) ? " " : glue[shape]);

export const join = (before: string, more: string, shape: Shape): string =>
  before ? `${before}${between(before.at(-1) ?? "", shape)}${more}` : more;
