/** How many columns and rows a cell reaches over. */
export type Span = { columns: number; rows: number };

/** A cell where it stands in its row, or one from above that reaches down into it. */
export type Placed = { text: string; column: number; columns: number; carried: boolean };

/** The cells above that reach down, by their column, and for how many rows more. */
export type Reaching = (Placed & { rows: number })[];

/** What repeated cells may cost a page in all, so that no short mail becomes a long one. */
export type Allowance = { left: number };
export const newAllowance = (): Allowance => ({ left: 20_000 });

const widest = 50;
const mostColumns = 100;

const extent = (figure: number): number => Math.min(Math.max(figure || 1, 1), widest);

/** Undefined for a cell of one column and row. */
export const spanOf = (columns: number, rows: number): Span | undefined =>
  columns === 1 && rows === 1 ? undefined : { columns: extent(columns), rows: extent(rows) };

/** As HTML says it. Nought rows are HTML's word for all there are. */
export const declaredSpan = ({ colspan, rowspan }: Record<string, string>): Span | undefined => {
  if (colspan === undefined && rowspan === undefined) return undefined;
  const figure = (said = "1"): number => Number.parseInt(said, 10);
  return { columns: extent(figure(colspan)), rows: figure(rowspan) === 0 ? widest : extent(figure(rowspan)) };
};

const mayReach = (text: string, rows: number, column: number, allowance: Allowance): boolean => {
  const cost = (rows - 1) * (1 + Math.ceil(text.length / 16));
  if (rows < 2 || column >= mostColumns || cost > allowance.left) return false;
  allowance.left -= cost;
  return true;
};

/** One row of a table: its own cells, and between them those that reach down from above. */
export const placeCells = (
  own: readonly { text: string; span?: Span | undefined }[],
  reaching: Reaching,
  allowance: Allowance,
): Placed[] => {
  const placed: Placed[] = [];
  let next = 0;
  for (let column = 0; next < own.length || column < reaching.length; ) {
    const above = reaching[column];
    const cell = above ? undefined : own[next];
    if (above) {
      above.rows -= 1;
      if (above.rows === 0) delete reaching[column];
      placed.push(above);
    } else if (cell) {
      const { columns, rows } = cell.span ?? { columns: 1, rows: 1 };
      placed.push({ text: cell.text, column, columns, carried: false });
      if (mayReach(cell.text, rows, column, allowance))
        reaching[column] = { text: cell.text, column, columns, carried: true, rows: rows - 1 };
      next += 1;
    }
    column += (above ?? cell?.span)?.columns ?? 1;
  }
  return placed;
};
