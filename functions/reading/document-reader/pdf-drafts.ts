import type { Line, Stretch } from "./pdf-lines.ts";

export type Cell = { x: number; end: number; lines: Stretch[] };
/** A row as it grows: its cells may still get more lines. */
export type Draft = { cells: Cell[]; y: number; size: number; gapAbove: boolean };

/** All in sizes of the font. */
export const sameColumn = 0.6;
export const lineStep = 2;
const closeStep = 1.4;
const clearlyMore = 1.15;

const cellOf = (stretch: Stretch): Cell => ({ x: stretch.x, end: stretch.end, lines: [stretch] });

const columnAt = (cells: readonly Cell[], { x, size }: Stretch): Cell | undefined =>
  cells.find((cell) => Math.abs(cell.x - x) < sameColumn * size);

const add = (cell: Cell, stretch: Stretch): void => {
  cell.lines.push(stretch);
  cell.end = Math.max(cell.end, stretch.end);
};

/** A line that begins under a value and leaves the label's column empty is more of that value. */
const isContinued = (
  row: Draft | undefined,
  above: Line | undefined,
  { y, size, stretches }: Line,
): boolean =>
  row !== undefined &&
  above !== undefined &&
  y - above.y <= lineStep * size &&
  stretches.every((stretch) => columnAt(row.cells.slice(1), stretch));

/**
 * Lines of a value that stand above their label, which is set in the middle beside them: nearer to it than to what is
 * above. Counts them from `at`.
 */
const leadingLines = (lines: readonly Line[], at: number): number => {
  const [above, first] = [lines[at - 1], lines[at]] as [Line | undefined, Line];
  const column = first.stretches[0]?.x ?? 0;
  const isClose = (n: number): boolean => {
    const [one, next] = [lines[n], lines[n + 1]];
    return one !== undefined && next !== undefined && next.y - one.y <= closeStep * first.size;
  };
  const isAligned = (n: number): boolean =>
    lines[n]?.stretches.some(({ x }) => Math.abs(x - column) < sameColumn * first.size) ?? false;
  const step = (lines[at + 1]?.y ?? Number.POSITIVE_INFINITY) - first.y;
  if (first.stretches.length > 1 || (above && first.y - above.y <= clearlyMore * step)) return 0;
  for (let n = at; isClose(n); n += 1) {
    const label = lines[n + 1]?.stretches[0];
    if (!label || (n > at && lines[n]?.stretches.length !== 1)) return 0;
    if (label.x < column - first.size) {
      const isBeside = isAligned(n + 1) || (isClose(n + 1) && isAligned(n + 2));
      return label.end < column && isBeside ? n + 1 - at : 0;
    }
    if (!isAligned(n + 1)) return 0;
  }
  return 0;
};

/** The row of a line, with the lines of its value that stand above it. */
const rowOf = ({ stretches, y, size }: Line, leading: readonly Line[], gapAbove: boolean): Draft => {
  const row = { cells: stretches.map(cellOf), y, size, gapAbove };
  const before = leading.flatMap((line) => line.stretches);
  const [first] = before;
  if (!first) return row;
  const own = columnAt(row.cells, first);
  if (own) own.lines.unshift(...before);
  else row.cells.push({ x: first.x, end: first.end, lines: [...before] });
  return { ...row, cells: row.cells.toSorted((a, b) => a.x - b.x) };
};

/** The rows that lines of text make, the lines of a value in one cell. */
export const draftsOf = (lines: readonly Line[]): Draft[] => {
  const rows: Draft[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const above = lines[at - 1];
    const leading = leadingLines(lines, at);
    const line = lines[at + leading] as Line;
    const row = rows.at(-1);
    if (leading === 0 && row && isContinued(row, above, line))
      for (const stretch of line.stretches) add(columnAt(row.cells.slice(1), stretch) as Cell, stretch);
    else {
      const top = lines[at] as Line;
      const gapAbove = above !== undefined && top.y - above.y > lineStep * top.size;
      rows.push(rowOf(line, lines.slice(at, at + leading), gapAbove));
    }
    at += leading;
  }
  return rows;
};
