import { columnGap } from "../mail-reader/page/line.ts";
import { newPage } from "../mail-reader/page/page.ts";
import { newHiddenText, type Seen, turnsLetters } from "../mail-reader/page/seen.ts";
import { spanOf } from "../mail-reader/page/spans.ts";
import { unfilled } from "./docx-xml.ts";
import { asSymbols, plainMarks } from "./marks.ts";

/** A part of a Word file as mammoth reads it, so far as a reader sees it. */
export type Element = {
  type: string;
  children?: Element[];
  value?: string;
  font?: string | null;
  highlight?: string | null;
  isBold?: boolean;
  isStrikethrough?: boolean;
  styleId?: string | null;
  styleName?: string | null;
  numbering?: object | null;
  checked?: boolean;
  breakType?: string;
  altText?: string;
  isHeader?: boolean;
  colSpan?: number;
  rowSpan?: number;
  notes?: { resolve: (reference: Element) => { body: Element[] } | null };
};

type Look = { bold: boolean; hides: boolean; font: string | null | undefined };

const heading = /^heading ?[1-6]?$/i;
const isHeading = ({ styleId, styleName }: Element): boolean =>
  heading.test(styleId ?? "") || heading.test(styleName ?? "");

const lookOf = (run: Element, around: Look): Look => ({
  bold: around.bold || run.isBold === true || run.styleName === "Strong",
  // Word's hidden text is marked by what mammoth lets through.
  hides: run.isStrikethrough === true || run.highlight === "hidden",
  font: run.font,
});

/** What a person sees of a part of a Word file: its body, a header or a footer. */
export const seenPart = (part: Element): Seen => {
  const page = newPage();
  const hidden = newHiddenText();
  const notes: Element[] = [];
  let turns = false;
  let isInList = false;
  // A word may be set in several runs, and so may a prompt or a tick.
  let pending = { text: "", bold: false };

  const settle = (): void => {
    const { text, bold } = pending;
    pending = { text: "", bold: false };
    if (text) page.write(plainMarks(text), { bold, spaces: "even" });
  };
  const say = (text: string, bold: boolean): void => {
    if (bold !== pending.bold) settle();
    pending = { text: pending.text + text, bold };
  };
  const newLine = (): void => {
    settle();
    page.newLine();
  };

  const writeAll = ({ children = [] }: Element, look: Look): void => {
    for (const child of children) write(child, look);
  };

  const writeParagraph = (paragraph: Element, look: Look): void => {
    const isListed = Boolean(paragraph.numbering);
    newLine();
    if (!isListed || !isInList) page.gap();
    isInList = isListed;
    writeAll(paragraph, { ...look, bold: look.bold || isHeading(paragraph) });
    hidden.part();
    newLine();
    if (!isListed) page.gap();
  };

  const writeRow = (row: Element, look: Look): void => {
    page.endRow();
    page.markHead(row.isHeader === true);
    for (const cell of row.children ?? []) {
      page.openCell(false, spanOf(cell.colSpan ?? 1, cell.rowSpan ?? 1));
      writeAll(cell, look);
      settle();
    }
    page.closeRow();
  };

  const writeTable = ({ children = [] }: Element, look: Look): void => {
    page.gap();
    newLine();
    const isOpen = page.openTable();
    for (const row of children) writeRow(row, look);
    if (isOpen) page.closeTable();
    page.gap();
  };

  const write = (element: Element, look: Look): void => {
    const { type, value = "", altText } = element;
    if (type === "paragraph") writeParagraph(element, look);
    else if (type === "table") writeTable(element, look);
    else if (type === "run") writeAll(element, lookOf(element, look));
    else if (type === "text") {
      const text = asSymbols(value, look.font);
      turns ||= turnsLetters(text);
      if (look.hides || text.startsWith(unfilled)) hidden.add(text.replaceAll(unfilled, ""));
      else say(text, look.bold);
    } else if (type === "tab") say(columnGap, look.bold);
    else if (type === "checkbox") say(element.checked ? "☒ " : "☐ ", look.bold);
    else if (type === "break" && element.breakType === "line") newLine();
    else if (type === "image") {
      settle();
      page.addPicture(altText ? `[picture: ${altText}]` : "[picture]");
    } else if (type === "noteReference") say(`[${notes.push(element)}]`, look.bold);
    else writeAll(element, look);
  };

  const plain: Look = { bold: false, hides: false, font: undefined };
  write(part, plain);
  for (const note of notes) for (const one of part.notes?.resolve(note)?.body ?? []) write(one, plain);
  return { blocks: page.finish(), hidden: hidden.text(), turnsLetters: turns };
};
