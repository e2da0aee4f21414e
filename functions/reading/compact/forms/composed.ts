import { type Field, labelFields } from "../words/fields.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { plainWords } from "../words/plain-words.ts";
import type { Grid, Line, TableRow } from "./grid.ts";
import { matchLabel } from "./labels.ts";

/** They ask something only below what they are asked of: "Found" over "Date", "Time" and "Location". */
const bare = new Set([
  "date",
  "time",
  "date time",
  "date and time",
  "location",
  "place",
  "by",
  "where",
  "when",
  "officer",
  "completed",
  "done",
]);
const events: ReadonlySet<Field> = new Set(
  labelFields.filter((field) =>
    /^(?:missingSince|reportedAt|foundAt|returnedAt|preventionInterviewAt)$/.test(field),
  ),
);

export const isBare = (label: string): boolean => label.trim().length < 20 && bare.has(plainWords(label));

const composed = (event: string, label: string, lexicon: Lexicon): string | undefined =>
  isBare(label)
    ? [`${event} ${label}`, `${label} ${event}`].find((whole) => lexicon.labelOf(whole) !== undefined)
    : undefined;

/** "2. Last Seen:", "Found details": what it calls the event, where words for its day and hour make a label with it. */
const eventIn = (heading: string, lexicon: Lexicon): string | undefined => {
  const event = heading
    .replace(/^\W*(?:\d+[.)])?\s*/, "")
    .replace(/[\s:–—-]+$/, "")
    .replace(/\s(?:details?|information|section)$/i, "");
  if (event === "" || event.length > 30) return undefined;
  const known = lexicon.labelOf(`${event} Date`) ?? lexicon.labelOf(`Date ${event}`);
  return known && events.has(known.field) ? event : undefined;
};

/** "Found | Date | 16/10/2026 | Time | 06:45", and a row under "Event | Date | Time". */
const pairsOf = (
  event: string,
  labels: readonly string[],
  values: readonly string[],
  lexicon: Lexicon,
): string[] =>
  labels.flatMap((label, at) => [composed(event, label, lexicon) ?? `${event} ${label}`, values[at] ?? ""]);

type Over = { event?: string | undefined; columns?: readonly string[] | undefined; hasForm: boolean };

const lineUnder = (line: Line, { event }: Over, lexicon: Lexicon): Line | undefined => {
  const match =
    event === undefined ? null : /^\W{0,3}(\p{L}[\p{L}/& ]{1,16}?)\s*:\s*(?=\S)(.*)$/su.exec(line.text);
  const label = match ? composed(event as string, match[1] as string, lexicon) : undefined;
  return label
    ? { is: "line", text: `${label}: ${match?.[2]}`, gap: line.gap, indented: line.indented }
    : undefined;
};

const rowUnder = (row: TableRow, { event, columns }: Over, lexicon: Lexicon): TableRow | undefined => {
  const [first = "", ...others] = row.cells;
  const own = others.length > 0 ? eventIn(first, lexicon) : undefined;
  if (own && columns?.length === others.length)
    return { ...row, cells: pairsOf(own, columns, others, lexicon) };
  const labels = others.filter((_, at) => at % 2 === 0);
  if (own && others.length > 1 && labels.every(isBare))
    return {
      ...row,
      cells: pairsOf(
        own,
        labels,
        others.filter((_, at) => at % 2 === 1),
        lexicon,
      ),
    };
  if (event === undefined || others.length === 0 || !isBare(first)) return undefined;
  return {
    ...row,
    cells: row.cells.map((cell, at) => (at % 2 === 0 && composed(event, cell, lexicon)) || cell),
  };
};

const textOf = (row: TableRow | Line): string => {
  if (row.is === "line") return row.text;
  const filled = row.cells.filter(Boolean);
  return filled.length === 1 ? (filled[0] as string) : "";
};

const holdsLabel = (row: TableRow | Line, lexicon: Lexicon): boolean =>
  row.is === "row"
    ? row.cells.some((cell) => lexicon.labelOf(cell) !== undefined)
    : matchLabel(row.text, lexicon)?.known !== undefined;

/** A kind's name above the form is its title, and a day below that may be the day it was written. */
const isTitle = (text: string, { hasForm }: Over, lexicon: Lexicon): boolean =>
  !hasForm && (lexicon.kindsIn(text).size > 0 || lexicon.weakKindsIn(text).size > 0);

/** Whether the next row asks something only of what stands above it. */
const asksBarely = (row: TableRow | Line | undefined): boolean =>
  row?.is === "row"
    ? isBare(row.cells[0] ?? "")
    : row !== undefined && isBare(row.text.split(":", 1)[0] ?? "");

const columnsIn = (row: TableRow | Line): readonly string[] | undefined => {
  if (row.is !== "row") return undefined;
  const [, ...columns] = row.cells;
  return columns.length > 1 && columns.every(isBare) ? columns : undefined;
};

/**
 * The grid with every "Date", "Time", "Location" and "By" named in full by the heading, the row or the columns they stand
 * under. A heading counts where they follow it at once, and up to the next words that are neither they nor a label.
 */
export const withComposedLabels = (grid: Grid, lexicon: Lexicon): Grid => {
  let over: Over = { hasForm: false };
  return grid.flatMap((row, at): Grid => {
    const columns = columnsIn(row);
    const next = grid[at + 1];
    if (columns && next?.is === "row" && columnsIn(next) === undefined) {
      over = { ...over, event: undefined, columns };
      return [];
    }
    const under = row.is === "line" ? lineUnder(row, over, lexicon) : rowUnder(row, over, lexicon);
    if (under) return [under];
    const text = textOf(row);
    const event =
      text && asksBarely(next) && !isTitle(text, over, lexicon) ? eventIn(text, lexicon) : undefined;
    const goesOn = event === undefined && over.event !== undefined && !row.gap && holdsLabel(row, lexicon);
    over = {
      event: goesOn ? over.event : event,
      columns: undefined,
      hasForm: over.hasForm || goesOn || holdsLabel(row, lexicon),
    };
    // Its name is in each of theirs; alone it would be taken for the kind of the report.
    return event === undefined ? [row] : [];
  });
};
