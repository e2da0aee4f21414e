import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { routes } from "../../../functions/serve-console/routes.ts";
import { overflow } from "./console.ts";
import { DESK, HALF, PHONE, pictureOfKind } from "./pictures.ts";

const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll(/:\w+/g, "[^/]+")}$`);

const seen = new Set<string>();

/** Files, redirects and the provider's way back are no pages. `/parked/:id` shows the page of the form that was kept. */
const noPages = new Set([
  "/",
  "/assets/:file",
  "/sign-in",
  "/signed-in",
  "/work.csv",
  "/episodes/:id/booking.ics",
  "/attachments/:mailId/:file",
  "/parked/:id",
]);

/** The kinds of page that nobody has looked at yet. */
export const unseenKinds = (): string[] =>
  routes
    .filter(({ method, path }) => method === "GET" && !noPages.has(path) && !seen.has(path))
    .map(({ path }) => path);

const kindOf = (url: string): string | undefined =>
  routes.find(({ method, path }) => method === "GET" && patternOf(path).test(new URL(url).pathname))?.path;

/** What axe finds against WCAG 2.2 AA and good practice, by the rule and the place. */
const faultsIn = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
};

/**
 * A page fits a phone, half a window and a desk without sideways scrolling, and axe finds nothing on it. Axe is a script: it looks at
 * nothing in a browser that runs none.
 */
export const looksRight = async (page: Page): Promise<void> => {
  const path = new URL(page.url()).pathname;
  await page.setViewportSize(PHONE);
  expect(await overflow(page), `${path} scrolls sideways at 320 pixels`).toBe(0);
  expect(await faultsIn(page), `what axe finds on ${path}, on a phone`).toEqual([]);
  await pictureOfKind(page);
  for (const size of [HALF, DESK]) {
    await page.setViewportSize(size);
    expect(await overflow(page), `${path} scrolls sideways at ${size.width} pixels`).toBe(0);
  }
  await pictureOfKind(page);
  const kind = kindOf(page.url());
  if (kind) seen.add(kind);
};
