import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { accountNames, readAccount } from "../../infra/read-account.ts";
import { readAuthority } from "../../infra/read-authority.ts";
import { aRawProfile, aRawRule } from "../builders/profile.ts";

const folderOf = (files: Record<string, unknown>): URL => {
  const folder = mkdtempSync(join(tmpdir(), "profiles-"));
  for (const [name, content] of Object.entries(files))
    writeFileSync(
      join(folder, `${name}.json`),
      typeof content === "string" ? content : JSON.stringify(content),
    );
  return pathToFileURL(`${folder}/`);
};
const faultsOf = (raw: unknown): string[] => {
  const read = readAuthority("anyshire", folderOf({ anyshire: raw }));
  return read.ok ? [] : read.error;
};

describe("a profile", () => {
  it("that is sound is taken", () => {
    expect(faultsOf(aRawProfile())).toEqual([]);
  });

  it("with a fault in a rule is refused, naming field, rule and clause", () => {
    const rung = { id: "overdue", from: "due", to: ["nobody"], says: "Overdue." };
    expect(faultsOf(aRawProfile({ rules: [aRawRule({ clause: "4.2", rungs: [rung] })] }))).toEqual([
      'infra/profiles/anyshire.json: rules.0.rungs.0.to (ANY-01, clause 4.2): role "nobody" has no recipient',
    ]);
  });

  it("of the wrong shape is refused, naming field, rule and clause", () => {
    const [fault, ...others] = faultsOf(
      aRawProfile({ rules: [aRawRule({ clause: "7", ladder: "sideways" })] }),
    );
    expect(others).toEqual([]);
    expect(fault).toMatch(/^infra\/profiles\/anyshire\.json: rules\.0\.ladder \(ANY-01, clause 7\): /);
  });

  it("with several faults is refused with one sentence for each", () => {
    const mail = { ingest: "a@in.example", from: "b@in.example", replyTo: "a@in.example" };
    const standIns = { "allocated-worker": "nobody", "line-manager": "service-manager" };
    expect(faultsOf(aRawProfile({ mail, standIns }))).toHaveLength(2);
  });

  it("with no address for a role is refused: nobody is told by default", () => {
    const recipients = { coordinator: { name: "Coordinator", addresses: [] } };
    expect(faultsOf(aRawProfile({ recipients }))[0]).toContain("recipients.coordinator.addresses");
  });

  it("that is no JSON, or another authority's, is refused in a sentence", () => {
    expect(faultsOf('{\n  "rules": [1,]\n}')).toEqual([
      'infra/profiles/anyshire.json is not JSON: line 2, column 15: "]" is not expected there.',
    ]);
    expect(faultsOf(aRawProfile({ authority: "othershire" }))[0]).toContain('says "othershire"');
  });
});

describe("an account", () => {
  it("may not give two authorities one address to read", () => {
    const folder = folderOf({
      anyshire: aRawProfile(),
      othershire: aRawProfile({ authority: "othershire" }),
    });
    const read = readAccount(accountNames("anyshire, othershire"), folder);
    expect(read.ok ? [] : read.error).toEqual([
      "infra/profiles/othershire.json: mail.ingest: another authority reads missing@in.anyshire.example",
    ]);
  });
});

describe("a synth", () => {
  const synth = (context: Record<string, string>) =>
    spawnSync("node", ["infra/app.ts"], {
      encoding: "utf8",
      env: {
        ...process.env,
        CDK_CONTEXT_JSON: JSON.stringify(context),
        CDK_OUTDIR: mkdtempSync(join(tmpdir(), "cdk-")),
      },
    });

  it.each([
    ["no authority", {}, "No authority given: add -c authority=NAME."],
    ["an unknown one", { authority: "atlantis" }, 'There is no profile "atlantis" in infra/profiles.'],
    [
      "an unknown one in an account",
      { "account-mail": "leicestershire,atlantis" },
      'There is no profile "atlantis" in infra/profiles.',
    ],
  ])("of %s fails with one sentence", (_what, context, sentence) => {
    const { status, stderr, stdout } = synth(context);
    expect(status).toBe(2);
    expect(stderr.trim().split("\n")).toEqual([expect.stringContaining(sentence)]);
    expect(stdout).toBe("");
  });
});
