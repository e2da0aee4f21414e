import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

/** What a command says on stderr when the one who reads its stdout has gone before it says a word. */
const saidWithoutReader = (command: string): string =>
  spawnSync("sh", ["-c", `"$0" ${command} | true`, process.execPath], { encoding: "utf8" }).stderr;

describe("a command beside the lab's own", () => {
  it.each([
    ["localstack/tools/reparse/cli.ts", 2],
    ["localstack/tools/reparse/cli.ts --since 2026-11-31", 2],
    ["localstack/tools/profile/cli.ts migrate --loud", 2],
  ])("%s --json says its trouble in JSON, as the lab does", (command, code) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...command.split(" "), "--json"], {
      encoding: "utf8",
    });
    expect(status).toBe(code);
    expect(JSON.parse(stdout)).toEqual({ error: stderr.trim() });
  });
});

describe("a reader that has enough", () => {
  it.each([
    "localstack/tools/parse.ts test/fixtures/compacts/1-missing-plain.eml",
    "localstack/tools/profile/cli.ts explain torbay",
    "localstack/lab/cli.ts record --help --json",
    "localstack/lab/cli.ts --help",
    "localstack/tools/reparse/cli.ts --help",
    "test/tools/rules.ts --json",
    "test/tools/fuzz.ts --mails 1",
  ])("ends %s without a word", (command) => {
    expect(saidWithoutReader(command)).not.toMatch(/EPIPE|\n\s+at /);
  });
});
