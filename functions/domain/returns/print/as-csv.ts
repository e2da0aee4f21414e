import { stringify } from "csv-stringify/sync";
import type { Report } from "../make-report.ts";
import { type Cell, isShare } from "../table.ts";

/** A share is two numbers, so that whoever reads the file need not read a percentage back. */
const columnsOf = (name: string, cells: readonly Cell[]): string[] =>
  cells.some(isShare) ? [`${name}: number`, `${name}: of`] : [name];

const flat = (cell: Cell | undefined, pair: boolean): (string | number)[] => {
  if (cell === undefined) return pair ? ["", ""] : [""];
  if (isShare(cell)) return [cell.count, cell.of];
  return pair ? [cell, ""] : [cell];
};

/** A spreadsheet opens it: a byte-order mark, CRLF, and nothing in a text is a formula. */
export const asCsv = ({ tables, ...head }: Report): string => {
  const lines: (string | number)[][] = [
    ["Report", `${head.title} (${head.rule}, clause ${head.clause})`],
    ["Authority", head.authority],
    ["Period", head.period.name, head.period.first, head.period.last],
    ["Cut-off", head.cutOff, head.provisional ? "provisional" : "final"],
    ...(head.narrative === undefined ? [] : [["Narrative", head.narrative]]),
  ];
  for (const { title, definition, columns, rows } of tables) {
    const pairs = columns.map((_, i) => rows.some((row) => isShare(row[i] ?? "")));
    const counted = definition.of === undefined ? [] : ["Of", definition.of];
    const without = definition.without === undefined ? [] : ["Not counted", definition.without];
    lines.push(
      [],
      [title, "Counted", definition.counted, ...counted, ...without],
      columns.flatMap((name, i) =>
        columnsOf(
          name,
          rows.map((row) => row[i] ?? ""),
        ),
      ),
      ...rows.map((row) => columns.flatMap((_, i) => flat(row[i], pairs[i] ?? false))),
    );
  }
  return stringify(lines, { bom: true, record_delimiter: "windows", escape_formulas: true });
};
