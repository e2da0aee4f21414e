import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { projectRoot } from "../../../localstack/host/paths.ts";

export const PHONE = { width: 320, height: 640 };
/** Beside a mail, on a desk. */
export const HALF = { width: 800, height: 800 };
export const DESK = { width: 1_000, height: 800 };
const UPRIGHT = { width: 1_000, height: 1_100 };

/** Pictures are written only where somebody asks: a run of the tests leaves the tree as it was. */
const areAsked = process.env.SAFE_RETURN_SCREENSHOTS === "yes";

const write = async (page: Page, path: string, fullPage: boolean): Promise<void> => {
  await page.screenshot({ path, fullPage, animations: "disabled" });
};

/** A picture for the console's README: the upper part of a page, as an upright screen shows it. */
export const picture = async (page: Page, name: string): Promise<void> => {
  if (!areAsked) return;
  await page.setViewportSize(UPRIGHT);
  await write(page, join(projectRoot, "functions/serve-console/pictures", `${name}.png`), false);
};

/** The whole page as it stands, for whoever wants to look at every kind: `.lab/pictures`. */
export const pictureOfKind = async (page: Page): Promise<void> => {
  if (!areAsked) return;
  const folder = join(projectRoot, ".lab/pictures");
  mkdirSync(folder, { recursive: true });
  const { pathname } = new URL(page.url());
  const name = pathname.replaceAll(/[^\w-]+/g, "_").slice(1, 80);
  await write(page, join(folder, `${name}-${page.viewportSize()?.width}.png`), true);
};
