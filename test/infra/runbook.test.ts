import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { functionNames, pascal } from "../../infra/functions.ts";
import { projectRoot } from "../../localstack/host/paths.ts";
import { resources } from "./template.ts";

const read = (file: string): string => readFileSync(join(projectRoot, file), "utf8");
const readme = read("infra/README.md");
const recovery = read("infra/RECOVERY.md");
const proof = read("infra/PROOF.md");

const section = (title: string): string => readme.split(`## ${title}\n`)[1]?.split("\n## ")[0] ?? "";
const rowsOf = (text: string): string[][] =>
  text
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| ---"))
    .map((line) => line.slice(2, -2).split(" | "));

/** A logical id, without what CDK adds at its end. */
const bare = (id: string): string => id.slice("Bell".length).replace(/[0-9A-F]{8}$/, "");

describe("the runbook", () => {
  const entries = rowsOf(section("Alarms"))
    .flatMap(([names = ""]) => [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name))
    .filter((name) => name !== "MailFailureTopicArn")
    .flatMap((name) =>
      name === "<Function>Errors" ? functionNames.map((fn) => `${pascal(fn)}Errors`) : [name],
    );
  const alarms = resources("AWS::CloudWatch::Alarm").map(([id]) => bare(id));

  it("has an entry for each alarm, and none for an alarm there is not", () => {
    expect(entries.map((name) => name.replaceAll(/\W/g, "")).toSorted()).toEqual(alarms.toSorted());
  });

  it.each([...rowsOf(section("Alarms")), ...rowsOf(section("When something fails"))])(
    "has as many columns for %s as its table",
    (...row) => {
      expect([3, 4]).toContain(row.length);
      expect(row.every((cell) => cell.trim().length > 0)).toBe(true);
    },
  );

  it("names npm scripts that exist", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...`${readme}${recovery}${proof}`.matchAll(/npm run ([\w:-]+)/g)].map(([, n = ""]) => n);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each(["recover", "release"])("names commands of npm run %s that exist", (tool) => {
    const cli = read(`localstack/tools/${tool}/cli.ts`);
    const pattern = new RegExp(`npm run ${tool} -- (\\w+)`, "g");
    const named = [...`${readme}${recovery}`.matchAll(pattern)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !cli.includes(`"${name}",`))).toEqual([]);
  });

  it("names outputs that the stacks have", () => {
    const outputs = ["mail-stack", "identity-stack", "constructs/outputs", "constructs/operator-role"]
      .map((file) => read(`infra/${file}.ts`))
      .join("\n");
    const named = [...readme.matchAll(/\b\w+TopicArn\b|\bOperatorRoleArn\b|\bConsoleSigningKeyArn\b/g)];
    expect(named.map(([name]) => name).filter((name) => !outputs.includes(name))).toEqual([]);
    expect(outputs).toContain('"Dkim"');
  });
});

describe("the page of proofs", () => {
  const cited = [...proof.matchAll(/`(test\/[^`]+\.ts)` ((?:"[^"]+"(?:, )?)+)/g)].flatMap(
    ([, file = "", titles = ""]) =>
      [...titles.matchAll(/"([^"]+)"/g)].map(([, t = ""]) => [file, t] as const),
  );

  it("has a row for each point an account needs", () => {
    expect(rowsOf(proof).slice(1)).toHaveLength(15);
    expect(cited.length).toBeGreaterThan(15);
  });

  it.each(cited)("names a test that is there: %s %s", (file, title) => {
    expect(existsSync(join(projectRoot, file))).toBe(true);
    expect(read(file)).toContain(`"${title}"`);
  });

  it("names checks of the first day that are there", () => {
    const checks = rowsOf(section("What only a real account shows: the first day's checks")).map(([n]) => n);
    const named = [...proof.matchAll(/first day ([\d, and]+)/g)].flatMap(
      ([, n = ""]) => n.match(/\d+/g) ?? [],
    );
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((n) => !checks.includes(n))).toEqual([]);
  });
});
