import { Parser } from "htmlparser2";
import type { Block, Run } from "../../domain/compact/document.ts";
import { visibleText } from "../../domain/compact/text-blocks.ts";
import { hidesElement, hidingClasses, readStyle } from "./hidden.ts";

type Line = { runs: Run[] };
type Cell = { lines: Line[] };
type Table = { cells: Cell[]; isList: boolean };
type Element = { bold: boolean; hides: boolean; unseen: boolean; holdsRows?: boolean };

/** No layout nests deeper; rows further in are read as rows of the innermost table that counts. */
const deepestTable = 100;
/** The HTML parser takes time by the square of the depth. */
const deepestElement = 10_000;

const breaks = new Set([
  "p",
  "div",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "li",
  "ul",
  "ol",
  "section",
  "article",
  "header",
  "footer",
  "hr",
  "blockquote",
  "pre",
  "dl",
  "address",
  "form",
  "fieldset",
  "center",
  "caption",
  "tbody",
  "thead",
  "br",
]);
const spaced = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ul", "ol", "blockquote", "table"]);
const unseen = new Set([
  "script",
  "style",
  "title",
  "template",
  "noscript",
  "object",
  "svg",
  "textarea",
  "select",
]);
const voids = new Set([
  "br",
  "hr",
  "img",
  "input",
  "meta",
  "link",
  "col",
  "area",
  "base",
  "embed",
  "source",
  "track",
  "wbr",
]);
const bolds = new Set(["b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt"]);
const uneven = /[^\S ]|\s\s/;
const evenly = (text: string): string => (uneven.test(text) ? text.replace(/\s+/g, " ") : text);

const textOf = ({ runs }: Line): string =>
  evenly(runs.length === 1 ? (runs[0] as Run).text : runs.map((run) => run.text).join("")).trim();
const cellText = ({ lines }: Cell): string =>
  lines.length === 1 ? textOf(lines[0] as Line) : lines.map(textOf).filter(Boolean).join("\n");

/** More lines than a call takes arguments, where somebody means harm. */
const append = (lines: Line[], more: readonly Line[]): void => {
  for (const line of more) lines.push(line);
};

const blockOf = (line: Line): Block | undefined => {
  const text = textOf(line);
  if (!text) return undefined;
  const runs = line.runs.filter((run) => run.text.trim());
  return runs.some((run) => run.bold) && runs.length > 1
    ? { kind: "line", text, runs }
    : { kind: "line", text };
};

export type ReadHtml = { blocks: Block[]; hidden: string; tooDeep: boolean };

/** What a person sees of an HTML body, line by line and row by row, in one pass and without a tree. */
export const htmlBlocks = (html: string): ReadHtml => {
  const blocks: Block[] = [];
  const tables: Table[] = [];
  const top: Cell = { lines: [] };
  const classes = hidingClasses(html);
  let bold = 0;
  let hidden = "";
  let unseenDepth = 0;
  let styleDepth = 0;
  let preformatted = 0;
  const openElements: Element[] = [];

  const cell = (): Cell => tables.at(-1)?.cells.at(-1) ?? top;
  const newLine = (): void => {
    const lines = cell().lines;
    if (lines.at(-1)?.runs.length !== 0) lines.push({ runs: [] });
  };
  const flushTop = (): void => {
    for (const line of top.lines) {
      const block = blockOf(line);
      if (block) blocks.push(block);
    }
    top.lines = [];
  };
  const gap = (): void => {
    if (tables.length > 0) return;
    flushTop();
    if (blocks.length > 0 && blocks.at(-1)?.kind !== "gap") blocks.push({ kind: "gap" });
  };

  /** A row of one cell is only layout: its lines belong to what stands around it. */
  const endRow = (table: Table): void => {
    const cells = table.cells;
    table.cells = [];
    if (cells.length === 0) return;
    const outer = tables.at(-2)?.cells.at(-1);
    const filled = cells.filter((one) => cellText(one));
    if (cells.length === 1 || filled.length === 0) {
      const lines = filled.flatMap((one) => one.lines);
      if (outer) append(outer.lines, [...lines, { runs: [] }]);
      else {
        append(top.lines, lines);
        flushTop();
      }
      return;
    }
    // What the enclosing layout cell holds so far was written before this row.
    for (const enclosing of tables.slice(0, -1))
      if (enclosing.cells.length === 1) releaseLines(enclosing.cells[0]);
    flushTop();
    blocks.push({ kind: "row", cells: cells.map(cellText) });
  };
  const releaseLines = (held: Cell | undefined): void => {
    append(top.lines, held?.lines ?? []);
    if (held) held.lines = [];
  };

  const openCell = (): void => {
    let table = tables.at(-1);
    if (!table) {
      table = { cells: [], isList: false };
      tables.push(table);
    }
    table.cells.push({ lines: [] });
  };
  const openTable = (element: Element, isList: boolean): void => {
    if (tables.length >= deepestTable) return;
    tables.push({ cells: [], isList });
    element.holdsRows = true;
  };
  const endList = (): void => {
    const table = tables.at(-1);
    if (table?.isList) endRow(table);
  };

  const addText = (text: string): void => {
    const lines = cell().lines;
    const line = lines.at(-1) ?? { runs: [] };
    if (lines.length === 0) lines.push(line);
    const last = line.runs.at(-1);
    if (last && last.bold === bold > 0) last.text += text;
    else if (text.trim() || last) line.runs.push({ text, bold: bold > 0 });
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (voids.has(name)) {
          if (name === "br" || name === "hr") newLine();
          if (name === "hr") gap();
          return;
        }
        const element: Element = {
          bold: bolds.has(name) || (attributes.style !== undefined && readStyle(attributes.style).bold),
          hides: hidesElement(attributes, classes),
          unseen: unseen.has(name),
        };
        openElements.push(element);
        if (openElements.length > deepestElement) parser.pause();
        if (element.bold) bold += 1;
        if (element.hides) styleDepth += 1;
        if (element.unseen) unseenDepth += 1;
        if (name === "table") {
          gap();
          newLine();
          openTable(element, false);
        } else if (name === "tr") {
          const table = tables.at(-1);
          if (table) endRow(table);
        } else if (name === "td" || name === "th") openCell();
        else if (name === "dl") openTable(element, true);
        else if (name === "dt") {
          endList();
          openCell();
        } else if (name === "dd") {
          if (tables.at(-1)?.cells.length === 2) newLine();
          else openCell();
        } else if (name === "pre") preformatted += 1;
        if (breaks.has(name)) newLine();
        if (spaced.has(name)) gap();
      },
      ontext(text) {
        if (unseenDepth > 0) return;
        if (styleDepth > 0) {
          if (hidden.length < 2_000) hidden += text;
          return;
        }
        const clean = visibleText(text);
        if (preformatted === 0 || !clean.includes("\n")) return addText(evenly(clean));
        clean.split(/\r?\n/).forEach((line, index) => {
          if (index > 0) newLine();
          addText(line);
        });
      },
      onclosetag(name) {
        if (voids.has(name)) return;
        const element = openElements.pop();
        if (element?.bold) bold -= 1;
        if (element?.hides) styleDepth -= 1;
        if (element?.unseen) unseenDepth -= 1;
        if (name === "pre") preformatted -= 1;
        if (name === "tr" || name === "dl" || name === "table") {
          const table = tables.at(-1);
          if (table) endRow(table);
          if (element?.holdsRows) tables.pop();
        }
        if (breaks.has(name)) newLine();
        if (spaced.has(name)) gap();
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  for (let table = tables.at(-1); table; table = tables.at(-1)) {
    endRow(table);
    tables.pop();
  }
  flushTop();
  return {
    blocks,
    hidden: hidden.replace(/\s+/g, " ").trim(),
    tooDeep: openElements.length > deepestElement,
  };
};
