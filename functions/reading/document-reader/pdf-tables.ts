import type { Box } from "./pdf-boxes.ts";
import { joinedLines, linesOf } from "./pdf-lines.ts";
import type { Row } from "./pdf-page.ts";
import { rowsOf } from "./pdf-rows.ts";
import type { Piece } from "./pdf-text.ts";

type Filled = { box: Box; pieces: Piece[] };

/** Letters stand on their baseline, most of them above it. */
const middle = 0.3;
const sameTop = 2;
const mostSpanned = 100;
/** Where so many lines of a box are in columns, it frames a form and is no cell of one. */
const fewestFramed = 3;

const byTop = (boxes: readonly Box[]): Box[][] => {
  const rows: Box[][] = [];
  for (const box of boxes.toSorted((a, b) => a.top - b.top)) {
    const last = rows.at(-1);
    if (last && box.top - (last[0] as Box).top <= sameTop) last.push(box);
    else rows.push([box]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left));
};

const textIn = ({ box, pieces }: Filled): string => {
  const lines = linesOf(pieces).map(({ stretches, size }) => ({
    text: stretches.map(({ text }) => text).join(" "),
    x: stretches[0]?.x ?? 0,
    end: Math.max(...stretches.map(({ end }) => end)),
    size,
  }));
  const padding = Math.max(0, Math.min(...lines.map(({ x }) => x)) - box.left);
  return joinedLines(lines, box.right - padding);
};

const isFrame = ({ pieces }: Filled): boolean =>
  linesOf(pieces).filter(({ stretches }) => stretches.length > 1).length >= fewestFramed;

/** How many rows a box stands beside: its own, and those of `below` that begin before it ends. */
const spanOf = ({ bottom }: Box, below: readonly number[]): number => {
  const after = below.findIndex((top) => top >= bottom - sameTop);
  return 1 + (after < 0 ? below.length : after);
};

const rowsIn = (row: readonly Filled[], below: readonly number[]): Row[] => {
  const filled = row.filter(({ pieces }) => pieces.length > 0);
  if (row.length === 1 || filled.some(isFrame))
    return filled.flatMap(({ pieces }) =>
      rowsOf(pieces).map((one) => ({ ...one, isRuled: row.length === 1 })),
    );
  const spans = row.map(({ box }) => spanOf(box, below));
  const cells = row.map((one) => (one.pieces.length > 0 ? textIn(one) : ""));
  return [{ cells, gapAbove: false, isRuled: true, ...(spans.some((span) => span > 1) ? { spans } : {}) }];
};

const band = 20;

/** Finds the box that encloses a piece of text; of thousands it looks only at those near by. */
const boxFinder = (filled: readonly Filled[]): ((piece: Piece) => Filled | undefined) => {
  const bands = new Map<number, Filled[]>();
  for (const one of filled)
    for (let at = Math.floor(one.box.top / band); at * band < one.box.bottom; at += 1)
      bands.set(at, [...(bands.get(at) ?? []), one]);
  return ({ x, y, size }) => {
    const height = y - middle * size;
    const isAround = ({ box: { left, right, top, bottom } }: Filled): boolean =>
      x >= left - sameTop && x < right && height > top && height < bottom;
    return bands.get(Math.floor(height / band))?.find(isAround);
  };
};

/** A row that the end of a page cuts in two goes on at the top of the next, beside no label. */
const isRest = (row: Row | undefined, before: Row | undefined): row is Row =>
  row?.cells[0] === "" && before?.isRuled === true && before.cells.length === row.cells.length;

/**
 * The rows of a page, from top to bottom. In a ruled table each cell's text is what its lines enclose, empty ones
 * included; what no lines enclose is told apart by the width between. `breaks` are where pages went over to the next.
 */
export const tablesOf = (
  pieces: readonly Piece[],
  boxes: readonly Box[],
  breaks: readonly number[],
): Row[] => {
  const rows = byTop(boxes).map((row) => row.map((box): Filled => ({ box, pieces: [] })));
  const free: Piece[] = [];
  const boxAt = boxFinder(rows.flat());
  for (const piece of pieces) (boxAt(piece)?.pieces ?? free).push(piece);
  const printed = rows.filter((row) => row.some(({ pieces: inside }) => inside.length > 0));
  const tops = printed.map((row) => row[0]?.box.top ?? 0);
  const read: Row[] = [];
  const readFree = (from: number, to = Number.POSITIVE_INFINITY): void =>
    rowsOf(free.filter(({ y }) => y >= from && y < to)).forEach((row, n) => {
      read.push(n === 0 ? { ...row, gapAbove: true } : row);
    });
  printed.forEach((row, n) => {
    const top = tops[n] as number;
    readFree(tops[n - 1] ?? Number.NEGATIVE_INFINITY, top);
    const [first, ...others] = rowsIn(row, tops.slice(n + 1, n + 1 + mostSpanned));
    const before = read.at(-1);
    if (before && breaks.some((at) => Math.abs(at - top) <= sameTop) && isRest(first, before))
      before.cells = before.cells.map((cell, at) => `${cell} ${first.cells[at]}`.trim());
    else if (first) read.push(first, ...others);
  });
  readFree(tops.at(-1) ?? Number.NEGATIVE_INFINITY);
  return read;
};
