import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
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

describe("a file of a protocol or an authority", () => {
  it.each(files.map((file) => [nameOf(file), file] as const))(
    "%s leads an editor to its schema",
    (_name, file) => {
      const [first = ""] = readFileSync(file, "utf8").split("\n");
      const [, schema = ""] = /^# yaml-language-server: \$schema=(\S+)$/.exec(first) ?? [];
      expect(existsSync(new URL(schema, file)), first).toBe(true);
    },
  );

  it.each(files.map((file) => [nameOf(file), file] as const))(
    "%s has no line of over 140 characters",
    (_name, file) => {
      const long = readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line.length > 140);
      expect(long).toEqual([]);
    },
  );

  it("and all of them together are short enough to be read", () => {
    const lines = files
      .filter(({ href }) => href.includes("/infra/"))
      .map((file) => readFileSync(file, "utf8").split("\n").length - 1);
    expect(lines.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(2500);
  });

  it.each(authorityNames())("%s: every rule is found by its id", (name) => {
    const text = files.map((file) => readFileSync(file, "utf8")).join("\n");
    const read = readAuthority(name);
    const ids = read.ok ? [...read.value.rules, ...read.value.guards].map(({ id }) => id) : [];
    expect(ids.filter((id) => !text.includes(id))).toEqual([]);
    expect(ids.length).toBeGreaterThan(0);
  });
});
