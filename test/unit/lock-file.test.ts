import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";

const lockSchema = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });

const lock = lockSchema.parse(
  JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")),
);

/** Every copy that is installed, those inside another package too. */
const versionsOf = (name: string): string[] =>
  Object.entries(lock.packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`) && !path.endsWith(`@types/${name}`))
    .map(([, { version = "" }]) => version);

/** Plain releases only: a pre-release of the least version is older than it. */
const isAtLeast = (version: string, least: string): boolean => {
  if (!/^\d+\.\d+\.\d+$/.test(version)) return false;
  const [have, want] = [version, least].map((one) => one.split(".").map(Number));
  const at = want?.findIndex((part, place) => part !== have?.[place]) ?? -1;
  return at < 0 || (have?.[at] ?? 0) > (want?.[at] ?? 0);
};

describe("the locked packages that read foreign mail", () => {
  it.each([
    ["nodemailer", "10.4.1", "reads a comment in an address as another sender before (CVE-2026-125755)"],
    ["mailparser", "3.9.40", "the least the reader may run on"],
  ])("%s is %s or later everywhere: %s", (name, least) => {
    const versions = versionsOf(name);
    expect(versions).not.toEqual([]);
    expect(versions.filter((version) => !isAtLeast(version, least))).toEqual([]);
  });

  it.each([
    ["10.4.1", true],
    ["10.10.0", true],
    ["11.0.0", true],
    ["10.4.0", false],
    ["9.9.9", false],
    ["10.3.1", false],
    ["10.4.1-beta.1", false],
  ])("%s counts as 10.4.1 or later: %s", (version, counts) => {
    expect(isAtLeast(version, "10.4.1")).toBe(counts);
  });
});
