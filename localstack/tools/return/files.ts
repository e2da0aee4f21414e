import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { badArgument } from "../../lab/errors.ts";

/** The cells of a CSV file as they stand in it, of whatever width its lines are. */
export const cellsOf = (file: string): string[][] => {
  try {
    return parse(readFileSync(file), { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : "it is no CSV file";
    throw badArgument(`${file} can't be read: ${why}`, cause);
  }
};

/** Its lines by their columns; a column that has to be there and is not is named. */
export const linesOf = <C extends string>(file: string, columns: readonly C[]): Record<C, string>[] => {
  const [head = [], ...rows] = cellsOf(file);
  const missing = columns.filter((column) => !head.includes(column));
  if (missing.length > 0) throw badArgument(`${file} has no column ${missing.join(", ")}.`);
  return rows.map(
    (row) =>
      Object.fromEntries(columns.map((column) => [column, row[head.indexOf(column)] ?? ""])) as Record<
        C,
        string
      >,
  );
};
