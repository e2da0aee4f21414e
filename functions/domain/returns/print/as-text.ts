import { dayInWords, inWords, toInstant } from "../../calendar/instant.ts";
import type { Report } from "../make-report.ts";
import { type Cell, isShare, percent, type Table } from "../table.ts";

export const shown = (cell: Cell): string => {
  if (!isShare(cell)) return String(cell);
  return cell.of === 0 ? "none" : `${percent(cell)} (${cell.count} of ${cell.of})`;
};

const isNumber = (cell: Cell): boolean => typeof cell === "number";

const tableLines = ({ title, definition, columns, rows }: Table): string[] => {
  const texts = [columns, ...rows.map((row) => row.map(shown))];
  const widths = columns.map((_, i) => Math.max(...texts.map((row) => row[i]?.length ?? 0)));
  const right = columns.map((_, i) => rows.length > 0 && rows.every((row) => isNumber(row[i] ?? "")));
  const line = (row: readonly string[]): string =>
    row
      .map((text, i) => (right[i] ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0)))
      .join("  ")
      .trimEnd();
  return [
    title,
    `  counted: ${definition.counted}`,
    ...(definition.of === undefined ? [] : [`  of: ${definition.of}`]),
    ...(definition.without === undefined ? [] : [`  not counted: ${definition.without}`]),
    "",
    ...(rows.length === 0 ? ["  none"] : texts.map((row) => `  ${line(row)}`)),
    "",
  ];
};

export const headLines = ({
  title,
  authority,
  rule,
  clause,
  period,
  cutOff,
  provisional,
}: Report): string[] => [
  `${title}, ${period.name} (${rule}, clause ${clause})`,
  `${authority}: ${dayInWords(period.first)} to ${dayInWords(period.last)}, as known on ${inWords(toInstant(cutOff))}`,
  ...(provisional
    ? [
        "PROVISIONAL: the period, or the 72 hours after its last day, were not over then. Figures will change.",
      ]
    : []),
];

export const asText = (report: Report): string =>
  [
    ...headLines(report),
    "",
    ...(report.narrative === undefined ? [] : [report.narrative, ""]),
    ...report.tables.flatMap(tableLines),
  ].join("\n");
