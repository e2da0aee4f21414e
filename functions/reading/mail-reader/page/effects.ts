import { writeGap } from "./controls.ts";
import type { Element } from "./look.ts";
import type { Page } from "./page.ts";
import type { Role } from "./style.ts";

type Effect = (page: Page, element: Element, parent: Element | undefined) => void;

const newLine: Effect = (page) => page.newLine();

const newParagraph: Effect = (page) => {
  page.newLine();
  page.gap();
};

/** Rows or cells by style alone, without what they belong in: what is around them is their table. */
const needsTable = (
  { isStyled }: Element,
  parent: Element | undefined,
  fitting: ReadonlySet<Role>,
): parent is Element => isStyled && parent !== undefined && !parent.holdsRows && !fitting.has(parent.role);

const holdRows = new Set<Role>(["table", "head", "body"]);
const holdCells = new Set<Role>([...holdRows, "row"]);

export const opens: Partial<Record<Role, Effect>> = {
  block: newLine,
  paragraph: newParagraph,
  table(page, element) {
    page.gap();
    page.newLine();
    element.holdsRows = page.openTable();
  },
  head(page) {
    page.markHead(true);
    page.newLine();
  },
  body: newLine,
  row(page, element, parent) {
    if (needsTable(element, parent, holdRows)) parent.holdsRows = page.openTable();
    page.endRow();
  },
  cell(page, element, parent) {
    if (needsTable(element, parent, holdCells)) parent.holdsRows = page.openTable();
    page.openCell(element.heads, element.span);
  },
  list(page, element) {
    element.holdsRows = page.openTable(true);
    page.newLine();
  },
  term: (page) => page.openTerm(),
  detail: (page) => page.openDetail(),
  break: newLine,
  rule: newParagraph,
  field: (page) => writeGap(page),
};

const closes: Partial<Record<Role, Effect>> = {
  block: newLine,
  paragraph: newParagraph,
  table: (page) => page.gap(),
  head(page) {
    page.markHead(false);
    page.newLine();
  },
  body: newLine,
  row: (page) => page.closeRow(),
  list: newLine,
};

const endRows = new Set<Role>(["table", "list"]);

export const close: Effect = (page, element, parent) => {
  if (element.holdsRows) page.closeTable();
  else if (endRows.has(element.role)) page.endRow();
  closes[element.role]?.(page, element, parent);
};
