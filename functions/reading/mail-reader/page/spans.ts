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

const extent = (said: string | undefined): number => {
  const figure = Number.parseInt(said ?? "1", 10);
  // Nought is HTML's word for all the rows there are.
  return figure === 0 ? widest : Math.min(Math.max(figure || 1, 1), widest);
};

export const spanOf = ({ colspan, rowspan }: Record<string, string>): Span | undefined =>
  colspan === undefined && rowspan === undefined
    ? undefined
    : { columns: extent(colspan === "0" ? "1" : colspan), rows: extent(rowspan) };

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
