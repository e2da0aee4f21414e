/** A stretch of text on a page: where its baseline begins, counted from the top left, and its font's size. */
export type Piece = { text: string; x: number; y: number; width: number; size: number };

type Cell = { x: number; end: number; text: string };
type Line = { y: number; size: number; cells: Cell[] };
export type Row = { cells: string[]; gapAbove: boolean };

/** All in sizes of the font. Lines of one column lie at least one apart; words of a sentence less than half. */
const sameLine = 0.5;
const wordGap = 0.15;
const columnGap = 1;
const sameColumn = 0.6;
const lineStep = 2;
const fakeBold = 0.15;

const addPiece = (cells: Cell[], { text, x, width, size }: Piece): void => {
  const last = cells.at(-1);
  const gap = last ? x - last.end : Number.POSITIVE_INFINITY;
  if (!last || gap > columnGap * size) {
    cells.push({ x, end: x + width, text });
    return;
  }
  last.text += gap > wordGap * size && !/\s$/.test(last.text) ? ` ${text}` : text;
  last.end = Math.max(last.end, x + width);
};

/** Some programs print bold by printing twice, a hair apart. */
const isReprint = (before: Piece | undefined, { text, x, size }: Piece): boolean =>
  before !== undefined && before.text === text && Math.abs(x - before.x) < fakeBold * size;

const lineOf = (pieces: readonly Piece[]): Line => {
  const ordered = pieces.toSorted((a, b) => a.x - b.x).filter((one, at, all) => !isReprint(all[at - 1], one));
  const cells: Cell[] = [];
  for (const piece of ordered) addPiece(cells, piece);
  const [first] = pieces as [Piece];
  return { y: first.y, size: Math.max(...pieces.map(({ size }) => size)), cells };
};

const linesOf = (pieces: readonly Piece[]): Line[] => {
  const lines: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y)) {
    const first = lines.at(-1)?.[0];
    if (first && piece.y - first.y < sameLine * Math.max(first.size, piece.size)) lines.at(-1)?.push(piece);
    else lines.push([piece]);
  }
  return lines.map(lineOf);
};

/** The cell of the line above that each cell goes on from; undefined where one begins something of its own. */
const continued = (above: Line | undefined, { y, size, cells }: Line): Cell[] | undefined => {
  if (!above || y - above.y > lineStep * size) return undefined;
  const columns = above.cells.slice(1);
  const under = cells.map(({ x }) => columns.find((cell) => Math.abs(cell.x - x) < sameColumn * size));
  return under.every((cell) => cell !== undefined) ? under : undefined;
};

/**
 * The rows of a page. What stands in columns is told apart by the width between; a line that begins under a value
 * and leaves the label's column empty is more of that value.
 */
export const rowsOf = (pieces: readonly Piece[]): Row[] => {
  const rows: (Row & { line: Line })[] = [];
  let above: Line | undefined;
  for (const line of linesOf(pieces.filter(({ text }) => text.trim()))) {
    const owner = rows.at(-1)?.line;
    const cells = owner && above && continued({ ...above, cells: owner.cells }, line);
    if (cells)
      line.cells.forEach(({ text }, at) => {
        const cell = cells[at] as Cell;
        cell.text += `\n${text}`;
      });
    else
      rows.push({
        line,
        cells: [],
        gapAbove: above !== undefined && line.y - above.y > lineStep * line.size,
      });
    above = line;
  }
  return rows.map(({ line, gapAbove }) => ({ cells: line.cells.map(({ text }) => text.trim()), gapAbove }));
};
