import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

/** What a command says on stderr when the one who reads its stdout has gone before it says a word. */
const saidWithoutReader = (command: string): string =>
  spawnSync("sh", ["-c", `"$0" ${command} | true`, process.execPath], { encoding: "utf8" }).stderr;

describe("a reader that has enough", () => {
  it.each([
    "functions/parse-compact/cli.ts test/fixtures/compacts/1-missing-plain.eml",
    "functions/explain-profile/cli.ts explain torbay",
    "localstack/lab/cli.ts record --help --json",
    "localstack/lab/cli.ts --help",
    "localstack/lab/reparse/cli.ts --help",
    "test/tools/rules.ts --json",
    "test/tools/fuzz.ts --mails 1",
  ])("ends %s without a word", (command) => {
    expect(saidWithoutReader(command)).not.toMatch(/EPIPE|\n\s+at /);
  });
});
