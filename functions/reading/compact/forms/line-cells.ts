import type { Run } from "../document.ts";
import type { Lexicon } from "../words/lexicon.ts";
import type { Piece } from "./cell.ts";
import type { Line } from "./grid.ts";
import { cleanLabel, type Match } from "./labels.ts";
import { rowPieces } from "./row-cells.ts";
import { columnsOf, isSetApart, splitColumns } from "./split-columns.ts";
import { splitInline } from "./split-inline.ts";

const tidyValue = (text: string): string => text.replace(/^[\s:–—-]+/, "").trimEnd();

/** Bold words we do not know may be a label only where something divides them from what follows. */
const unknownBold = (runs: readonly Run[]): Match | undefined => {
  const [first, ...others] = runs;
  const rest = others.map((run) => run.text).join("");
  const label = first?.bold ? cleanLabel(first.text) : "";
  const divided = /:\s*$/.test(first?.text ?? "") || /^\s*[:–—-]/.test(rest);
  const value = tidyValue(rest);
  return label && divided && value ? { label, value, looksLikeLabel: true } : undefined;
};

/** "**Surname** ASHDOWN **DOB** 09/03/2011": every bold run that is a label, with what follows. */
const boldPieces = (runs: readonly Run[], lexicon: Lexicon): Piece[] => {
  const parts: { label?: Match; text: string }[] = [];
  for (const { text, bold } of runs) {
    const known = bold ? lexicon.labelOf(text.trim()) : undefined;
    const last = parts.at(-1);
    if (known)
      parts.push({ label: { label: cleanLabel(text), value: "", known, looksLikeLabel: true }, text: "" });
    else if (last) last.text += text;
    else parts.push({ text });
  }
  if (!parts.some(({ label }) => label)) return [];
  return parts.flatMap(({ label, text }): Piece[] => {
    const value = tidyValue(text);
    if (!label) return value ? [{ text: value, column: 0 }] : [];
    return splitInline({ ...label, value }, lexicon).map((asks) => ({ text: asks.label, column: 0, asks }));
  });
};

/** Below a line set in columns two more are a label and its answer, though nobody knows the label. */
const unknownColumns = (text: string): string[] | undefined => {
  if (!isSetApart(text)) return undefined;
  const cells = columnsOf(text);
  const [label = ""] = cells;
  const isLabel = /^\p{Lu}[^.:]{0,40}$/u.test(label) && label.split(" ").length <= 4;
  return cells.length === 2 && isLabel ? cells : undefined;
};

export type LinePieces = { pieces: Piece[]; isInColumns: boolean };

/** The cells of a line: mostly one, several where it is set in columns or bold labels divide it. */
export const linePieces = (
  { text, runs, indented, bullet }: Line,
  isBelowColumns: boolean,
  lexicon: Lexicon,
): LinePieces => {
  const labelled = runs ? boldPieces(runs, lexicon) : [];
  if (labelled.length > 0) return { pieces: labelled, isInColumns: isBelowColumns };
  const bold = runs ? unknownBold(runs) : undefined;
  if (bold) return { pieces: [{ text, column: 0, bold, indented, bullet }], isInColumns: false };
  const cells = splitColumns(text, lexicon) ?? (isBelowColumns ? unknownColumns(text) : undefined);
  const pieces = cells ? rowPieces(cells, lexicon) : [];
  const [first, ...others] = pieces;
  if (first) return { pieces: [{ ...first, line: text }, ...others], isInColumns: true };
  return {
    pieces: [{ text, column: 0, indented, bullet }],
    isInColumns: isBelowColumns && /^\p{Ll}/u.test(text),
  };
};
