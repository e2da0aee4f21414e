import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { consoleStyles } from "../../infra/bundle/styles.ts";

const styles = consoleStyles();

describe("the console's style sheet", () => {
  it("leaves a page room within its 250 kB", () => {
    expect(styles.length).toBeLessThan(150_000);
  });

  it("fetches nothing: no font, no image, no other sheet", () => {
    expect(/url\(|@import|@font-face|GDS Transport/.exec(styles)).toBe(null);
  });

  it("is set in Arial", () => {
    expect(styles.includes("font-family:Arial,sans-serif")).toBe(true);
  });

  const components = globSync("functions/html/{govuk,moj}/*.ts").flatMap((file) => {
    const first = /class(?:es\(|=)"((?:govuk|moj)-[a-z-]+)/.exec(readFileSync(file, "utf8"))?.[1];
    return first ? [[first, file] as const] : [];
  });

  it.each(components)("knows %s, which %s writes", (name) => {
    expect(styles.includes(`.${name}`)).toBe(true);
  });

  it("is looked at: there are components", () => {
    expect(components.length).toBeGreaterThan(20);
  });
});
