import type { Field, KnownLabel } from "../words/fields.ts";
import { isIdentity, mayAnswer, shapeOf } from "../words/fields.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { plainWords } from "../words/plain-words.ts";
import type { TableRow } from "./grid.ts";
import { matchLabel } from "./labels.ts";
import { isSpacer } from "./row-cells.ts";
import { holdsTick } from "./ticks.ts";

const labelsOf = (cells: readonly string[], lexicon: Lexicon): (KnownLabel | undefined)[] =>
  cells.map((cell) => lexicon.labelOf(cell));

export const namesChildren = (cells: readonly string[], lexicon: Lexicon): boolean =>
  labelsOf(cells, lexicon).some((known) => known && isIdentity(known.field));

/** No label stands beside a label where one of them is to be answered by the other. */
const standSideBySide = (labels: readonly (KnownLabel | undefined)[]): boolean =>
  labels.some(
    (known, at) => known && labels[at + 1] && !mayAnswer(known.field, labels[at + 1]?.field as Field),
  );

/** A row of labels only, over a row of values: "Surname | Forename | DOB" over "ASHDOWN | Ellie | 09/03/2011". */
export const isHeaderRow = ({ cells, heads, below: next }: TableRow, lexicon: Lexicon): boolean => {
  if (cells.length < 2 || next?.cells.length !== cells.length) return false;
  const labels = labelsOf(cells, lexicon);
  const known = labels.filter(Boolean).length;
  if (heads && !next.heads && known > 0) return true;
  const below = labelsOf(next.cells, lexicon);
  if (known < cells.length - (cells.length > 3 ? 1 : 0))
    return standSideBySide(labels) && known * 2 >= cells.length && !below.some(Boolean);
  // "CSE" is a label of its own, and what often stands under "Warning Markers".
  const mayBeValues = below.every((one, at) => !one || mayAnswer(labels[at]?.field, one.field));
  const hasValues = below.some((one) => !one);
  const [first, second] = labels;
  const isPair = cells.length === 2 && second !== undefined && mayAnswer(first?.field, second.field);
  return mayBeValues && hasValues && (!isPair || next.cells.some((cell) => /\d{2}/.test(cell)));
};

/** "Field | Previous | New": the third column is what holds. */
export const isChangeHeader = ({ cells }: TableRow, lexicon: Lexicon): boolean => {
  if (cells.length !== 3) return false;
  const [, former = "", current = ""] = cells.map(plainWords);
  return lexicon.words.columns.former.includes(former) && lexicon.words.columns.current.includes(current);
};

/** "Warning | Yes | No" over "CSE | ✓ |": the column of the tick answers. */
export const isAnswerHeader = ({ cells }: TableRow, lexicon: Lexicon): boolean =>
  cells.length > 2 &&
  !cells.some(holdsTick) &&
  cells
    .slice(1)
    .every((cell) => lexicon.isYes(cell) || lexicon.isNo(cell) || (cell !== "" && lexicon.isBlank(cell))) &&
  cells.some((cell) => lexicon.isYes(cell)) &&
  cells.some((cell) => lexicon.isNo(cell));

/** A row of a table of children with other columns than its headings. */
export const fitsNowhere = (cells: readonly string[], header: readonly string[], lexicon: Lexicon): boolean =>
  cells.filter(Boolean).length > 2 &&
  namesChildren(header, lexicon) &&
  cells.every((cell) => !matchLabel(cell, lexicon)?.known && !lexicon.labelOf(cell));

/** A row that begins with a label is of another table, unless that label answers the heading above it. */
export const isUnder = (
  header: readonly string[] | undefined,
  cells: readonly string[],
  lexicon: Lexicon,
): header is readonly string[] => {
  if (header?.length !== cells.length) return false;
  const known = lexicon.labelOf(cells[0] ?? "");
  return known === undefined || mayAnswer(lexicon.labelOf(header[0] ?? "")?.field, known.field);
};

export const isTotal = (cell: string | undefined): boolean => /^(?:grand )?totals?\b/i.test(cell ?? "");

/** Whether the cells filled are all in columns of free text, lists and addresses, which may go on in another row. */
export const areOfText = (labels: readonly string[], cells: readonly string[], lexicon: Lexicon): boolean =>
  cells[0] === "" &&
  cells.every((cell, at) => !cell || shapeOf(lexicon.labelOf(labels[at] ?? "")) !== "word");

const varies = (cells: readonly string[]): boolean =>
  new Set(cells.slice(1).map((cell) => cell.toLowerCase())).size > 1;

/** A reference and a date hold figures; what stands beside them and does not is another label. */
const isOfFigures = (label: string, lexicon: Lexicon): boolean =>
  ["reference", "dateOfBirth"].includes(lexicon.labelOf(label)?.field ?? "");

/** Labels down the left and a child in each column: rows that identify a child name several, and differ. */
export const isColumnPerChild = (rows: readonly TableRow[], lexicon: Lexicon): boolean => {
  const naming = rows.filter(({ cells }) => {
    const known = lexicon.labelOf(cells[0] ?? "");
    return (
      known !== undefined &&
      isIdentity(known.field) &&
      cells.slice(1).every((cell) => cell !== "" && !lexicon.labelOf(cell) && !isSpacer(cell))
    );
  });
  return (
    naming.length > 1 &&
    naming.filter(({ cells }) => varies(cells)).length > 1 &&
    naming.some(({ cells }) => isOfFigures(cells[0] as string, lexicon)) &&
    naming.every(
      ({ cells }) =>
        !isOfFigures(cells[0] as string, lexicon) || cells.slice(1).every((cell) => /\d/.test(cell)),
    )
  );
};
