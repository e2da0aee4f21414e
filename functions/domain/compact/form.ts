import type { Block, Run } from "./document.ts";
import { type Match, matchLabel, splitColumns, splitInline } from "./labels.ts";
import type { KnownLabel, Lexicon } from "./lexicon.ts";
import { fieldShapes, type Shape } from "./vocabulary.ts";

export type Pair = { label: string; value: string; known?: KnownLabel };

/** A mail's content as a form: what stood beside which label, and the lines that stood alone. */
export type Form = { pairs: Pair[]; headings: string[] };

type Open = { pair: Pair; shape: Shape; waiting: boolean; gap: boolean; held: string[] };

const glue: Record<Shape, string> = { word: " ", text: " ", list: "; ", address: ", " };
const shapeOf = (known: KnownLabel | undefined): Shape => (known ? fieldShapes[known.field] : "text");

const join = (before: string, more: string, shape: Shape): string => {
  if (!before) return more;
  const separator = /[,;:–-]$/.test(before) ? " " : glue[shape];
  return `${before}${separator}${more}`;
};

const looksLikeHeading = (text: string): boolean =>
  text.length < 90 && text.split(/\s+/).length <= 9 && !/[.!?]$/.test(text);

/** Contact lines of a signature use words that are labels in a report. After a closing they are the signature's. */
const signatureFields = new Set([
  "phone",
  "officer",
  "station",
  "collarNumber",
  "homeAddress",
  "name",
  "school",
]);

export const readForm = (blocks: readonly Block[], lexicon: Lexicon): Form => {
  const form: Form = { pairs: [], headings: [] };
  let open: Open | undefined;
  let closed = false;

  const close = (keepHeld: boolean): void => {
    if (open && keepHeld) for (const text of open.held) open.pair.value = join(open.pair.value, text, "text");
    open = undefined;
  };

  const begin = (match: Match): void => {
    if (closed && (!match.known || signatureFields.has(match.known.field))) return close(false);
    close(true);
    closed = false;
    const pair: Pair = {
      label: match.label,
      value: match.value,
      ...(match.known ? { known: match.known } : {}),
    };
    form.pairs.push(pair);
    open = { pair, shape: shapeOf(match.known), waiting: match.value === "", gap: false, held: [] };
  };

  const addValue = (text: string): void => {
    if (!open) return;
    open.pair.value = join(open.pair.value, text, open.shape);
    open.waiting = false;
  };

  const continues = (text: string, indented: boolean): boolean => {
    if (!open || closed) return false;
    if (open.waiting) return !looksLikeKind(text);
    if (open.gap && !indented) return false;
    return indented || open.shape !== "word";
  };

  const looksLikeKind = (text: string): boolean =>
    looksLikeHeading(text) && lexicon.kindsIn(text).size > 0 && !open?.pair.known;

  const stray = (text: string, indented: boolean): void => {
    if (continues(text, indented)) return addValue(text);
    if (!closed && open?.gap && open.shape === "text" && open.pair.known) open.held.push(text);
    else if (looksLikeHeading(text)) form.headings.push(text);
  };

  const wrapped = (match: Match): boolean => {
    // A wrapped sentence may well hold a colon; only a label we know interrupts one.
    if (!open || open.gap || open.waiting || open.shape !== "text" || match.known) return false;
    return !/[.!?:;]$/.test(open.pair.value) || !match.looksLikeLabel;
  };

  const readLine = (text: string, indented: boolean): void => {
    if (lexicon.isBanner(text)) return;
    if (lexicon.isClosing(text)) {
      close(false);
      closed = true;
      return;
    }
    const cells = splitColumns(text, lexicon);
    if (cells?.length === 2) return beginColumns(cells[0] ?? "", cells[1] ?? "");
    if (cells) return readRow(cells, undefined);
    const match = matchLabel(text, lexicon);
    if (!match || wrapped(match) || (indented && !match.known && open && !open.waiting))
      return bareLabelOrStray(text, indented);
    if (!match.known && lexicon.kindsIn(match.label).size > 0) {
      form.headings.push(text);
      return close(true);
    }
    for (const one of splitInline(match, lexicon)) begin(one);
  };

  const beginColumns = (label: string, value: string): void => {
    const known = lexicon.labelOf(label);
    begin({ label: cleanLabel(label), value, ...(known ? { known } : {}), looksLikeLabel: true });
  };

  const bareLabelOrStray = (text: string, indented: boolean): void => {
    const known = lexicon.labelOf(text);
    if (!known || (open?.waiting && open.pair.known)) return stray(text, indented);
    if (open && !open.gap && open.shape === "text" && !open.waiting && /^\p{Ll}/u.test(text))
      return stray(text, indented);
    begin({ label: text, value: "", known, looksLikeLabel: true });
  };

  const readRuns = (runs: readonly Run[], indented: boolean): void => {
    const parts: { match?: Match; text: string }[] = [];
    for (const run of runs) {
      const known = run.bold ? lexicon.labelOf(run.text) : undefined;
      const last = parts.at(-1);
      if (known)
        parts.push({
          match: { label: cleanLabel(run.text), value: "", known, looksLikeLabel: true },
          text: "",
        });
      else if (last) last.text += run.text;
      else parts.push({ text: run.text });
    }
    if (!parts.some((part) => part.match)) return unknownBold(runs, indented);
    for (const { match, text } of parts) {
      const value = tidyValue(text);
      if (match && value) for (const one of splitInline({ ...match, value }, lexicon)) begin(one);
      else if (match) begin(match);
      else if (value) readLine(value, indented);
    }
  };

  const unknownBold = (runs: readonly Run[], indented: boolean): void => {
    const [first, ...others] = runs;
    const rest = others.map((run) => run.text).join("");
    const label = first?.bold ? cleanLabel(first.text) : "";
    const divided = /:\s*$/.test(first?.text ?? "") || /^\s*[:–—-]/.test(rest);
    const line = runs
      .map((run) => run.text)
      .join("")
      .replace(/\s+/g, " ")
      .trim();
    const insideSentence =
      open && !open.gap && !open.waiting && open.shape === "text" && !/[.!?]$/.test(open.pair.value);
    if (!label || !divided || insideSentence || !tidyValue(rest) || lexicon.kindsIn(label).size > 0)
      return readLine(line, indented);
    begin({ label, value: tidyValue(rest), looksLikeLabel: true });
  };

  const readCell = (cell: string): void => {
    for (const line of cell.split("\n")) if (line.trim()) readLine(line.trim(), false);
  };

  const beginCell = (label: string, cell: string, known: KnownLabel | undefined): void => {
    const shape = shapeOf(known);
    const lines = cell
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    const nested =
      shape === "text" ? -1 : lines.findIndex((line, index) => index > 0 && matchLabel(line, lexicon)?.known);
    const own = nested < 0 ? lines : lines.slice(0, nested);
    begin({
      label: cleanLabel(label),
      value: own.reduce((value, line) => join(value, line, shape), ""),
      ...(known ? { known } : {}),
      looksLikeLabel: true,
    });
    if (nested > 0) for (const line of lines.slice(nested)) readLine(line, false);
    // The next row never continues a cell.
    if (open) open.waiting = false;
    open = undefined;
  };

  const readRow = (cells: readonly string[], header: readonly string[] | undefined): void => {
    if (header)
      return header.forEach((label, index) => {
        beginCell(label, cells[index] ?? "", lexicon.labelOf(label));
      });
    if (cells.filter(Boolean).length === 1 && cells[0]) {
      const known = lexicon.labelOf(cells[0]);
      return known && cells.length > 1 ? beginCell(cells[0], "", known) : readCell(cells[0]);
    }
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i] ?? "";
      const value = cells[i + 1];
      const stacked = zip(cell, value, lexicon);
      const known = lexicon.labelOf(cell);
      if (stacked) for (const [label, one] of stacked) beginCell(label, one, lexicon.labelOf(label));
      else if (known && value !== undefined) beginCell(cell, value, known);
      else if (matchLabel(cell.split("\n")[0] ?? "", lexicon)?.known) {
        readCell(cell);
        close(true);
        continue;
      } else if (isUnknownLabel(cell, value, lexicon) && cells.length % 2 === 0 && i % 2 === 0)
        beginCell(cell, value ?? "", undefined);
      else {
        if (cell) readCell(cell);
        continue;
      }
      i += 1;
    }
  };

  let header: string[] | undefined;
  blocks.forEach((block, index) => {
    if (block.kind === "gap") {
      if (open) open.gap = true;
      header = undefined;
    } else if (block.kind === "line") {
      header = undefined;
      if (block.runs) readRuns(block.runs, block.indented ?? false);
      else readLine(block.text, block.indented ?? false);
    } else if (isHeaderRow(block.cells, blocks[index + 1], lexicon)) {
      header = block.cells;
    } else {
      if (header && header.length !== block.cells.length) header = undefined;
      readRow(block.cells, header);
      close(true);
    }
  });
  close(!closed);
  return form;
};

const cleanLabel = (label: string): string =>
  label
    .replace(/[\s:–—-]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
const tidyValue = (text: string): string => text.replace(/^[\s:–—-]+/, "").trimEnd();

const isUnknownLabel = (cell: string, value: string | undefined, lexicon: Lexicon): boolean =>
  value !== undefined &&
  cell.length > 0 &&
  cell.length <= 60 &&
  !cell.includes("\n") &&
  /^\p{L}/u.test(cell) &&
  !lexicon.isBanner(cell);

const zip = (
  labels: string,
  values: string | undefined,
  lexicon: Lexicon,
): [string, string][] | undefined => {
  if (!values || !labels.includes("\n")) return undefined;
  const names = labels.split("\n");
  const said = values.split("\n");
  if (names.length !== said.length || !names.every((name) => lexicon.labelOf(name))) return undefined;
  return names.map((name, index) => [name, said[index] ?? ""]);
};

/** A row of labels only, over rows of values: "Surname | Forename | DOB" over "ASHDOWN | Ellie | 09/03/2011". */
const isHeaderRow = (cells: readonly string[], next: Block | undefined, lexicon: Lexicon): boolean => {
  if (cells.length < 2 || next?.kind !== "row" || next.cells.length !== cells.length) return false;
  const known = cells.filter((cell) => lexicon.labelOf(cell)).length;
  if (known < cells.length - (cells.length > 3 ? 1 : 0)) return false;
  const valuesAreLabels = next.cells.some((cell) => lexicon.labelOf(cell));
  return !valuesAreLabels && (cells.length > 2 || next.cells.some((cell) => /\d{2}/.test(cell)));
};
