import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { generated, withTables } from "../../infra/compile/generated.ts";
import { authorityNames, profiles, readAuthority } from "../../infra/read-authority.ts";

const folders = [
  profiles,
  new URL("../protocols/", profiles),
  new URL("../../test/fixtures/profiles/", profiles),
];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => new URL(name, folder)),
);
const nameOf = (file: URL): string => file.href.split("/").slice(-2).join("/");

describe("what is made from the shapes of protocols and profiles", () => {
  it.each(generated().map(({ file, text }) => [nameOf(file), file, text] as const))(
    "%s is current: else run npm run profile -- tables",
    (_name, file, text) => expect(readFileSync(file, "utf8") === text).toBe(true),
  );

  it("a README without its two remarks is no place for tables", () => {
    expect(() => withTables("# Profiles")).toThrow(/lacks/);
  });

  it("has every anchor, action and condition", () => {
    const text = generated().find(({ file }) => file.href.endsWith("README.md"))?.text ?? "";
    for (const one of ["`previous-review`", "`safeguarding-decision`", "`absencesInARow`", "`placementType`"])
      expect(text).toContain(`| ${one} | `);
  });
});

/** The schema that a file's first line leads an editor to. */
const schemaOf = (file: URL): URL => {
  const [first = ""] = readFileSync(file, "utf8").split("\n");
  return new URL(/^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1] ?? "nowhere", file);
};
const editorTakes = (file: URL, text: string): boolean => {
  const schema = JSON.parse(readFileSync(schemaOf(file), "utf8")) as z.core.JSONSchema.JSONSchema;
  return z.fromJSONSchema(schema).safeParse(parse(text)).success;
};

describe.each(files.map((file) => [nameOf(file), file] as const))("%s", (_name, file) => {
  const text = readFileSync(file, "utf8");

  it("is in order by the schema that its first line leads an editor to, and one with a slip is not", () => {
    expect(existsSync(schemaOf(file))).toBe(true);
    expect(editorTakes(file, text)).toBe(true);
    expect(editorTakes(file, text.replace(/^(title|prefix):/m, "$1s:"))).toBe(false);
  });

  it("has no line of over 140 characters", () => {
    expect(text.split("\n").filter((line) => line.length > 140)).toEqual([]);
  });
});

describe("the files of all protocols and authorities", () => {
  it("are together short enough to be read", () => {
    // 2,500 for what the first reading of the sources found; the second and third added duties to every one of them.
    const lines = files
      .filter(({ href }) => href.includes("/infra/"))
      .map((file) => readFileSync(file, "utf8").split("\n").length - 1);
    expect(lines.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(3300);
  });

  it.each(authorityNames())("%s: every rule is found by its id", (name) => {
    const text = files.map((file) => readFileSync(file, "utf8")).join("\n");
    const read = readAuthority(name);
    const ids = read.ok ? [...read.value.rules, ...read.value.guards].map(({ id }) => id) : [];
    expect(ids.filter((id) => !text.includes(id))).toEqual([]);
    expect(ids.length).toBeGreaterThan(0);
  });
});
