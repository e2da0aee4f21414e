import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const at = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const parse = (...args: string[]) =>
  spawnSync(process.execPath, [at("localstack/tools/parse.ts"), ...args], { encoding: "utf8" });
const sample = at("test/fixtures/compacts/1-missing-plain.eml");

const receipt = (verdict: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), "receipt-")), "receipt.json");
  writeFileSync(path, JSON.stringify({ dmarcVerdict: { status: verdict } }));
  return path;
};

describe("npm run parse", () => {
  it("prints the JSON and nothing else, and exits 0", () => {
    const { status, stdout, stderr } = parse(sample);
    expect([status, stderr, JSON.parse(stdout).status]).toEqual([0, "", "accepted"]);
  });

  it("exits 0 for a quarantined mail too", () => {
    const { status, stdout } = parse(at("test/fixtures/compacts/8-automatic-reply.eml"));
    expect([status, JSON.parse(stdout).reasons]).toEqual([0, ["automatic-reply"]]);
  });

  it("judges the sender's domain with an authority, and the verdicts with a receipt", () => {
    expect(JSON.parse(parse(sample, "--authority", "leicestershire").stdout).reasons).toEqual([]);
    expect(
      JSON.parse(
        parse(at("test/fixtures/compacts/3-missing-html-table.eml"), "--authority", "leicestershire").stdout,
      ).reasons,
    ).toEqual(["sender-not-allowed"]);
    expect(JSON.parse(parse(sample, "--receipt", receipt("FAIL")).stdout).reasons).toEqual([
      "authentication-failed",
    ]);
  });

  it.each([
    ["an unreadable path", ["nowhere.eml"]],
    ["no path", []],
    ["two paths", [sample, sample]],
    ["an unknown option", [sample, "--loud"]],
    ["an unknown authority", [sample, "--authority", "nowhere"]],
    ["a path for an authority", [sample, "--authority", "../x"]],
    ["an unreadable receipt", [sample, "--receipt", "nowhere.json"]],
    ["a receipt that is not one", [sample, "--receipt", receipt("PERHAPS")]],
  ])("%s: one sentence, exit 2", (_what, args) => {
    const { status, stdout, stderr } = parse(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("lists the authorities there are where one is unknown", () => {
    expect(parse(sample, "--authority", "nowhere").stderr).toContain("derbyshire, leicestershire, rutland");
  });

  it.each(["--help", "-h"])("%s says how it is used, exit 0", (flag) => {
    const { status, stdout, stderr } = parse(flag);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Usage: npm run parse -- FILE\.eml/);
  });

  it("names the mail, and why, where no reader starts", () => {
    const preload = join(mkdtempSync(join(tmpdir(), "preload-")), "no-threads.mjs");
    writeFileSync(
      preload,
      'import { isMainThread } from "node:worker_threads"; if (!isMainThread) throw new Error("no thread to be had");',
    );
    const args = ["--import", preload, at("localstack/tools/parse.ts"), sample];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      `The mail ${sample} was not read: The mail reader did not start, because: no thread to be had.\n`,
    );
  });
});
