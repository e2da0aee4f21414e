import type { Page } from "playwright-core";
import { expect } from "vitest";

/** What the key Tab should reach, in the order in which a page is read; of a group of radios one. */
const FOCUSABLE = `
  (() => {
    const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")];
    const isInGroup = (one, other) => other.type === "radio" && other.name === one.name && other.form === one.form;
    const standsForGroup = (one) => {
      const group = all.filter((other) => isInGroup(one, other));
      return one === (group.find((other) => other.checked) ?? group[0]);
    };
    return all.filter((one) => !one.disabled && one.checkVisibility() && (one.type !== "radio" || standsForGroup(one)));
  })()`;

/** Where the focus is among them, and whether somebody can see that it is there. */
const FOCUSED = `
  (() => {
    const here = document.activeElement;
    const seen = getComputedStyle(here.matches(".govuk-radios__input, .govuk-checkboxes__input") ? here.nextElementSibling : here, here.matches(".govuk-radios__input, .govuk-checkboxes__input") ? "::before" : null);
    const isSeen = seen.outlineStyle !== "none" || seen.boxShadow !== "none";
    return [${FOCUSABLE}.indexOf(here), isSeen, here.outerHTML.slice(0, 120)];
  })()`;

type Focused = [index: number, isSeen: boolean, what: string];

const tab = async (page: Page): Promise<Focused> => {
  await page.keyboard.press("Tab");
  return page.evaluate<Focused>(FOCUSED);
};

/** Tab goes to everything in reading order and leaves out nothing, the skip link first; each shows that it has the focus. */
export const walksByKeyboard = async (page: Page): Promise<void> => {
  const path = new URL(page.url()).pathname;
  const count = await page.evaluate<number>(`${FOCUSABLE}.length`);
  for (let i = 0; i < count; i++) {
    const [index, isSeen, what] = await tab(page);
    expect(index, `${path}: Tab number ${i + 1} of ${count} reaches ${what}`).toBe(i);
    expect(isSeen, `${path}: nobody sees that ${what} has the focus`).toBe(true);
    if (i === 0) expect(what, `what comes first on ${path}`).toContain("govuk-skip-link");
  }
};

const NAME = `
  (() => {
    const here = document.activeElement;
    return ((here.labels && here.labels[0]) || here).textContent.trim();
  })()`;

/** Goes on by Tab to what has this name, as far as it takes. */
export const tabsTo = async (page: Page, name: string): Promise<void> => {
  const count = await page.evaluate<number>(`${FOCUSABLE}.length`);
  for (let i = 0; i <= count; i++) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate<string>(NAME)) === name) return;
  }
  throw new Error(`No Tab reaches “${name}” on ${page.url()}`);
};
