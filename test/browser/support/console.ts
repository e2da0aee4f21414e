import { rmSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { openLab } from "../../../localstack/lab/api.ts";
import { consoleAddresses } from "../../../localstack/lab/stack/console.ts";
import { labOn } from "../../integration/support/settings.ts";
import { launchChromium } from "./chromium.ts";

const settings = labOn(4660, "test-browser");
export const lab = openLab(settings);
export const urlOf = (authority: string): string => consoleAddresses(settings).urlOf(authority);
export const issuerUrl = consoleAddresses(settings).issuer;

/** The lab from nothing and a browser for one test file, and both gone after it. */
export const freshConsole = (options: { authorities: readonly string[]; at: number }) => {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    await lab.down();
    rmSync(settings.stateDir, { recursive: true, force: true });
    [browser] = await Promise.all([launchChromium(), lab.up({ ...options, tell: () => undefined })]);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    // A policy that refuses something of our own, a file that is not there, a script that fails.
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await lab.down();
  });

  /** A browser of somebody's own: no other's cookies in it. */
  const person = async (): Promise<Page> => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    contexts.push(context);
    const page = await context.newPage();
    page.on("console", (message) => {
      // A page that is not there, or a form that is shown again, is itself what was asked for.
      const isPage = message.location().url === page.url() && /404|409|422/.test(message.text());
      if (["error", "warning"].includes(message.type()) && !isPage) complaints.push(message.text());
    });
    page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
    return page;
  };
  return { person };
};

/** Chooses somebody on the lab's sign-in page. */
export const chooseUser = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("heading", { name: "Sign in to the lab" }).waitFor();
  await page.getByRole("button", { name }).click();
};

/** How much further than its window a page reaches. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
