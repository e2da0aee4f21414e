import { readFileSync, statSync } from "node:fs";
import { expect, it } from "vitest";

const room = new URL("../../../functions/serve-console/", import.meta.url);
const MOST_BYTES = 150_000;

it("the README shows three pictures of the console, each small enough to be kept", () => {
  const readme = readFileSync(new URL("README.md", room), "utf8");
  const shown = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+\.png)\)/g)].map(([, path = ""]) => path);
  expect(shown).toHaveLength(3);
  for (const path of shown) expect(statSync(new URL(path, room)).size, path).toBeLessThan(MOST_BYTES);
});
