import type { Block, Run } from "../../../domain/compact/document.ts";
import { evenly } from "./spaces.ts";

export type Line = { runs: Run[] };
export type Cell = { lines: Line[] };

const lineText = ({ runs }: Line): string =>
  evenly(runs.length === 1 ? (runs[0] as Run).text : runs.map((run) => run.text).join("")).trim();

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

export const addText = ({ lines }: Cell, text: string, bold: boolean): void => {
  const line = lines.at(-1) ?? { runs: [] };
  if (lines.length === 0) lines.push(line);
  const last = line.runs.at(-1);
  if (last && last.bold === bold) last.text += text;
  else if (last || text.trim()) line.runs.push({ text, bold });
};

export const addLine = ({ lines }: Cell): void => {
  if (lines.at(-1)?.runs.length !== 0) lines.push({ runs: [] });
};

/** One by one: more lines than a call takes arguments, where somebody means harm. */
export const addLines = (cell: Cell, more: readonly Line[]): void => {
  for (const line of more) cell.lines.push(line);
};

export const takeLines = (cell: Cell): Line[] => {
  const { lines } = cell;
  cell.lines = [];
  return lines;
};
