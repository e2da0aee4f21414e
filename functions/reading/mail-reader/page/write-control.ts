import type { Control } from "./controls.ts";
import type { Look } from "./look.ts";
import type { Page } from "./page.ts";
import { columnGap } from "./spaces.ts";

const afterLabel = /[\p{L}):?*]\s*$/u;

/** Beside a label a control is a column of its own, and an empty one says that there is nothing. */
export const writeGap = (page: Page): void => {
  if (afterLabel.test(page.lineEnd().slice(-40))) page.addText(columnGap, false);
};

export const writeControl = (page: Page, control: Control, { bold }: Look): void => {
  if (control.kind === "picture") page.addPicture(control.text);
  else if (control.kind === "box") page.addText(control.ticked ? " ☒ " : " ☐ ", bold);
  else {
    const value = control.value.trim() || (page.lineEnd() && "-");
    writeGap(page);
    page.addText(` ${value}${columnGap}`, false);
  }
};
