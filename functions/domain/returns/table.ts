/** How many of how many: nothing of nothing is "none", never 0 %. */
export type Share = { count: number; of: number };
export type Cell = string | number | Share;

/** What stands beside every figure: what is counted, of what, and what is left out of both. */
export type Definition = { counted: string; of?: string; without?: string };

export type Table = {
  id: string;
  title: string;
  definition: Definition;
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** The last row sums the others. */
  total?: true;
};

export const isShare = (cell: Cell): cell is Share => typeof cell === "object";

export const percent = ({ count, of }: Share): string =>
  of === 0 ? "none" : `${Math.round((count / of) * 1000) / 10} %`;

export const NOT_KNOWN = "not known";
