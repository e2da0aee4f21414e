import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { bundleOnce } from "../../infra/bundle/bundle-once.ts";

let root: string;
let bundled: number;

const write = (file: string, content: string) => writeFileSync(root + file, content);

const bundle = async (folder: string) => {
  bundled += 1;
  mkdirSync(folder, { recursive: true });
  write(".build/council/index.mjs", "bundle");
  return { inputs: { "handler.ts": {} }, outputs: { ".build/council/index.mjs": {} } };
};

const synth = () => bundleOnce("council", root, bundle);

beforeEach(async () => {
  root = `${mkdtempSync(join(tmpdir(), "bundle-once-"))}/`;
  bundled = 0;
  write("package-lock.json", "{}");
  write("handler.ts", "handler");
  await synth();
});

describe("the functions are bundled", () => {
  it("once for the same files", async () => {
    expect(await synth()).toBe(`${root}.build/council`);
    expect(bundled).toBe(1);
  });

  it.each([
    ["what went in has changed", () => write("handler.ts", "another")],
    ["what went in is gone", () => rmSync(`${root}handler.ts`)],
    ["another version of a package is locked", () => write("package-lock.json", '{"lockfileVersion":3}')],
    ["what came out was changed by hand", () => write(".build/council/index.mjs", "changed")],
    ["what came out is gone", () => rmSync(`${root}.build/council/index.mjs`)],
    ["nobody can say what they came of", () => write(".build/council/bundled.json", "{")],
  ])("again where %s", async (_, change) => {
    change();
    await synth();
    expect(bundled).toBe(2);
  });
});
