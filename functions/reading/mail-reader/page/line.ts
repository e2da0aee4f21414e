import type { Block, Run } from "../../compact/document.ts";

/** Whether line ends count as they stand, and spaces with them. */
export type Spaces = "even" | "lines" | "kept";

/** Two spaces that hold their width, as `&nbsp;` does, are the gap between two columns. */
export const columnGap = "\u00a0\u00a0";

const holding = /[\u00a0\u2007\u202f]/g;
const uneven = /[^\S ]|\s\s/;

const evened = (spaces: string): string => ((spaces.match(holding)?.length ?? 0) > 1 ? "  " : " ");

/** Any stretch of white space as one space, a gap between columns as two. Colons in a column of their own end labels. */
export const evenly = (text: string): string =>
  uneven.test(text) ? text.replace(/\s+/g, evened).replaceAll("  :", " :") : text;

/** Where spaces are kept, two of them or a tab make columns. */
export const holdGaps = (text: string): string => text.replace(/ {2,}|\t/g, columnGap);

/** A picture shows in the place of text that is not there. `end` is what was written last and is no space. */
export type Line = { runs: Run[]; end: string; picture: string | undefined };
export type Cell = { lines: Line[]; picture: string | undefined };

export const newLine = (): Line => ({ runs: [], end: "", picture: undefined });
export const newCell = (): Cell => ({ lines: [], picture: undefined });

/** "Risk:" with a picture after it has that for its value; else the next line would be taken for it. */
const settlePicture = (line: Line): void => {
  if (line.end.trimEnd().endsWith(":")) line.runs.push({ text: ` ${line.picture}`, bold: false });
  line.picture = undefined;
};

const lineText = (line: Line): string => {
  if (line.picture !== undefined) settlePicture(line);
  const { runs } = line;
  return evenly(runs.length === 1 ? (runs[0] as Run).text : runs.map((run) => run.text).join("")).trim();
};

export const cellText = ({ lines }: Cell): string =>
  lines.length === 1 ? lineText(lines[0] as Line) : lines.map(lineText).filter(Boolean).join("\n");

export const blockOf = (line: Line): Block | undefined => {
  const text = lineText(line);
  if (!text) return undefined;
  const runs = line.runs.filter((run) => run.text.trim());
  return runs.some((run) => run.bold) && runs.length > 1
    ? { kind: "line", text, runs: runs.map((run) => ({ ...run, text: evenly(run.text) })) }
    : { kind: "line", text };
};

const blank = /^\s*$/;

export const addText = ({ lines }: Cell, text: string, bold: boolean): void => {
  const line = lines.at(-1) ?? newLine();
  if (lines.length === 0) lines.push(line);
  const isBlank = blank.test(text);
  // Looked up in the run itself it would take time by the square of the line.
  if (!isBlank) line.end = text;
  const last = line.runs.at(-1);
  if (last && last.bold === bold) last.text += text;
  else if (last || !isBlank) line.runs.push({ text, bold });
};

export const addLine = ({ lines }: Cell): void => {
  if (lines.at(-1)?.runs.length !== 0) lines.push(newLine());
};

export const addPicture = (cell: Cell, picture: string): void => {
  cell.picture ??= picture;
  const line = cell.lines.at(-1);
  if (line) line.picture ??= picture;
};

export const lineEnd = ({ lines }: Cell): string => lines.at(-1)?.end ?? "";

/** One by one: more lines than a call takes arguments, where somebody means harm. */
export const addLines = (cell: Cell, more: readonly Line[]): void => {
  for (const line of more) cell.lines.push(line);
};

export const takeLines = (cell: Cell): Line[] => {
  const { lines } = cell;
  cell.lines = [];
  return lines;
};
