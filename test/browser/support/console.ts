import { rmSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { openLab } from "../../../localstack/lab/api.ts";
import { consoleAddresses } from "../../../localstack/lab/stack/console.ts";
import { labOn } from "../../integration/support/settings.ts";
import { launchChromium } from "./chromium.ts";

const settings = labOn(4660, "test-browser");
export const lab = openLab(settings);
export const LEICESTERSHIRE = "leicestershire";
export const DERBY = "derby-city";
export const urlOf = (authority: string): string => consoleAddresses(settings).urlOf(authority);
export const issuerUrl = consoleAddresses(settings).issuer;

const open: { browser?: Browser; contexts: BrowserContext[]; complaints: string[] } = {
  contexts: [],
  complaints: [],
};

/** The lab from nothing and a browser, one for all that is looked at in it, and both gone afterwards. */
export const freshConsole = (options: { authorities: readonly string[]; at: number }): void => {
  beforeAll(async () => {
    await lab.down();
    rmSync(settings.stateDir, { recursive: true, force: true });
    [open.browser] = await Promise.all([launchChromium(), lab.up({ ...options, tell: () => undefined })]);
  });
  afterEach(() => {
    // A policy that refuses something of our own, a file that is not there, a script that fails.
    expect(open.complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await open.browser?.close();
    await lab.down();
  });
};

const watch = (page: Page): void => {
  page.on("console", (message) => {
    // A page that is not there, or a form that is shown again, is itself what was asked for.
    const isPage = message.location().url === page.url() && /404|409|422/.test(message.text());
    if (["error", "warning"].includes(message.type()) && !isPage) open.complaints.push(message.text());
  });
  page.on("requestfailed", (request) => {
    // A file is kept by the browser instead of being shown.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") open.complaints.push(`failed: ${request.url()}`);
  });
};

/** A browser of somebody's own: no other's cookies in it. */
export const person = async (options: { javaScriptEnabled?: boolean } = {}): Promise<Page> => {
  if (!open.browser) throw new Error("There is no browser before the tests begin.");
  const context = await open.browser.newContext({ ignoreHTTPSErrors: true, ...options });
  open.contexts.push(context);
  const page = await context.newPage();
  watch(page);
  return page;
};

/** For a suite whose every test has people of its own. */
export const leaveAfterEach = (): void => {
  afterEach(async () => {
    await Promise.all(open.contexts.splice(0).map((context) => context.close()));
  });
};

/** For a suite whose people stay signed in from one test to the next. */
export const leaveAfterAll = (): void => {
  afterAll(async () => {
    await Promise.all(open.contexts.splice(0).map((context) => context.close()));
  });
};

/**
 * Does what leads to another page, and waits until all of that is there: the page that is left is marked, for its own
 * `load` may still be under way.
 */
export const leadsOn = async (page: Page, act: () => Promise<unknown>): Promise<void> => {
  await page.evaluate("document.documentElement.dataset.left = 'yes'");
  await act();
  await page.locator("html:not([data-left])").waitFor({ state: "attached" });
  await page.waitForLoadState();
};

/** Chooses somebody on the lab's sign-in page. */
export const chooseUser = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("heading", { name: "Sign in to the lab" }).waitFor();
  await leadsOn(page, () => page.getByRole("button", { name }).click());
};

/** How much further than its window a page reaches. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
