import type { Lexicon } from "../words/lexicon.ts";
import type { Row } from "./block-rows.ts";
import { identity } from "./field-roles.ts";
import { readPair } from "./form-cells.ts";
import { closePair } from "./form-pairs.ts";
import type { FormState } from "./form-state.ts";
import { isSpacer } from "./row-answers.ts";

const varies = (cells: readonly string[]): boolean =>
  new Set(cells.slice(1).map((cell) => cell.toLowerCase())).size > 1;

/** A reference and a date hold figures; what stands beside them and does not is another label. */
const isOfFigures = (label: string, lexicon: Lexicon): boolean =>
  ["reference", "dateOfBirth"].includes(lexicon.labelOf(label)?.field ?? "");

/** Labels down the left and a child in each column: rows that identify a child name several, and differ. */
export const isColumnPerChild = (rows: readonly Row[], lexicon: Lexicon): boolean => {
  const naming = rows.filter(({ cells }) => {
    const known = lexicon.labelOf(cells[0] ?? "");
    return (
      known !== undefined &&
      identity.includes(known.field) &&
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

/** Column by column; a cell across all columns is true of each. */
export const readColumns = (state: FormState, rows: readonly Row[]): void => {
  const width = rows[0]?.cells.length ?? 0;
  for (let column = 1; column < width; column += 1) {
    state.groups += 1;
    state.group = state.groups;
    for (const { cells } of rows) {
      const [label = "", shared = ""] = cells;
      const isShared = cells.slice(2).every((cell) => !cell);
      if (label) readPair(state, label, isShared ? shared : (cells[column] ?? ""));
      closePair(state);
    }
  }
  state.group = undefined;
};
