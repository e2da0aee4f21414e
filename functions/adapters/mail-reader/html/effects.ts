import type { Look } from "./look.ts";
import type { Page } from "./page.ts";
import type { Role } from "./tags.ts";

/** An element still open. `around` is how text looks once it closes. */
export type Element = {
  role: Role;
  around: Look;
  gone: boolean;
  hides: boolean;
  unseen: boolean;
  holdsRows?: boolean;
};

type Effect = (page: Page, element: Element) => void;

const open = (page: Page, element: Element, isList: boolean): void => {
  element.holdsRows = page.openTable(isList);
};

const close: Effect = (page, { holdsRows }) => {
  if (holdsRows) page.closeTable();
  else page.endRow();
};

export const opens: Partial<Record<Role, Effect>> = {
  block: (page) => page.newLine(),
  paragraph(page) {
    page.newLine();
    page.gap();
  },
  table(page, element) {
    page.gap();
    page.newLine();
    open(page, element, false);
  },
  head: (page) => page.newLine(),
  row: (page) => page.endRow(),
  cell: (page) => page.openCell(),
  list(page, element) {
    open(page, element, true);
    page.newLine();
  },
  term: (page) => page.openTerm(),
  detail: (page) => page.openDetail(),
  break: (page) => page.newLine(),
  rule(page) {
    page.newLine();
    page.gap();
  },
};

export const closes: Partial<Record<Role, Effect>> = {
  block: (page) => page.newLine(),
  paragraph(page) {
    page.newLine();
    page.gap();
  },
  table(page, element) {
    close(page, element);
    page.gap();
  },
  head: (page) => page.newLine(),
  row: (page) => page.endRow(),
  list(page, element) {
    close(page, element);
    page.newLine();
  },
};
