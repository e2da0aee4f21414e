import type { Block } from "../document.ts";
import type { KnownLabel } from "../words/fields.ts";
import { mayAnswer, shapeOf } from "../words/fields.ts";
import type { Lexicon } from "../words/lexicon.ts";
import type { Item, PairItem } from "./cell.ts";
import { cellsOf } from "./cells.ts";
import { withComposedLabels } from "./composed.ts";
import { gridOf } from "./grid.ts";
import { itemsOf } from "./pairs.ts";

export type Pair = {
  /** Words without a label. */
  kind?: "words" | undefined;
  label: string;
  value: string;
  known?: KnownLabel | undefined;
  /** How many headings stood above it. */
  headings: number;
  /** A blank line, a rule or a heading stands between it and the pair before. */
  apart: boolean;
  /** Below whose name it stands, where it is theirs. */
  owner?: string | undefined;
  /** The child it is about, where a table's row, its column or a heading says so. */
  group?: number | undefined;
  /** Below that child's row, not in it. */
  loose?: boolean | undefined;
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

/** "Missing From" over "Home Address" over the next label: the second was the answer to the first. */
const isAnswer = ({ known, value }: PairItem, above: PairItem | undefined): boolean =>
  above?.known !== undefined &&
  known !== undefined &&
  above.value === "" &&
  value === "" &&
  shapeOf(above.known) === "address" &&
  mayAnswer(above.known.field, known.field);

/** Labels that were answers are values; a heading between does not change that. */
const withAnswers = (items: readonly Item[]): Item[] => {
  const kept: Item[] = [];
  let above = -1;
  for (const item of items) {
    const last = kept[above] as PairItem | undefined;
    if (item.is === "pair" && isAnswer(item, last))
      kept[above] = { ...(last as PairItem), value: item.label };
    else {
      kept.push(item);
      if (item.is === "pair") above = kept.length - 1;
    }
  }
  return kept;
};

/** Which child each pair is about, by its table or the heading above it. */
const formOf = (items: readonly Item[]): Pick<Form, "pairs" | "headings"> => {
  const pairs: Pair[] = [];
  const headings: string[] = [];
  let group: number | undefined;
  let ofTable: number | undefined;
  let sections = 0;
  for (const item of items) {
    if (item.is !== "pair") headings.push(item.text);
    if (item.is === "heading") continue;
    if (item.cell.child !== ofTable) group = item.cell.child;
    ofTable = item.cell.child;
    if (item.is === "section") {
      if (item.section === "child") sections += 1;
      if (item.section !== "others") group = item.section === "child" ? -sections : undefined;
      continue;
    }
    const { kind, label, value, known, apart, owner, cell } = item;
    pairs.push({
      kind,
      label,
      value,
      known,
      headings: headings.length,
      apart,
      owner,
      group,
      loose: cell.loose,
    });
  }
  return { pairs, headings };
};

/** Recognises labels and their values in any order and layout. */
export const readForm = (blocks: readonly Block[], lexicon: Lexicon): Form => {
  const cells = cellsOf(withComposedLabels(gridOf(blocks, lexicon), lexicon), lexicon);
  const contradicted: string[] = [];
  const unread: string[][] = [];
  for (const cell of cells) {
    if (cell.isContradicted && cell.asks?.known) contradicted.push(cell.asks.known.field);
    if (cell.unread) unread.push(cell.unread);
  }
  return { ...formOf(withAnswers(itemsOf(cells, lexicon))), contradicted, unread };
};
