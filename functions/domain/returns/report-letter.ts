import type { Letter, Paragraph } from "../letters/letter.ts";
import type { Report } from "./make-report.ts";
import { asCsv } from "./print/as-csv.ts";
import { headLines, shown } from "./print/as-text.ts";
import type { Table } from "./table.ts";

const MOST_ROWS = 40;

const paragraphOf = ({ title, definition, columns, rows }: Table): Paragraph => {
  const left = rows.length - MOST_ROWS;
  return {
    heading: title,
    lines: [
      `Counted: ${definition.counted}.`,
      ...(definition.of === undefined ? [] : [`Of: ${definition.of}.`]),
      ...(definition.without === undefined ? [] : [`Not counted: ${definition.without}.`]),
      ...(rows.length === 0 ? ["None."] : []),
      ...(left > 0 ? [`${left} more rows stand in the attached file.`] : []),
    ],
    rows: rows
      .slice(0, MOST_ROWS)
      .map(([first = "", ...rest]) => [
        shown(first),
        rest.flatMap((cell, i) => (cell === "" ? [] : [`${columns[i + 1]}: ${shown(cell)}`])).join(" · "),
      ]),
  };
};

/** A report as it is mailed: every table with what it counts, and the whole as a file. References, and no name. */
export const reportLetter = (
  report: Report,
  to: readonly string[],
  notes: readonly string[] = [],
): Letter => {
  const [title = "", ...about] = headLines(report);
  return {
    to,
    subject: title,
    rules: [report.rule],
    paragraphs: [
      { as: "title", heading: title, lines: [...about, ...notes] },
      ...(report.narrative === undefined
        ? []
        : [{ heading: "In words", lines: report.narrative.split("\n") }]),
      ...report.tables.map(paragraphOf),
    ],
    attachments: [
      {
        filename: `${report.report}-${report.period.name}.csv`,
        contentType: "text/csv; charset=utf-8",
        content: asCsv(report),
      },
    ],
  };
};
