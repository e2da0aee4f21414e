import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { accountNames, readAccount } from "../../infra/read-account.ts";
import { readAuthority } from "../../infra/read-authority.ts";
import { aWrittenProfile, aWrittenRule } from "../builders/written-profile.ts";

const folderOf = (files: Record<string, unknown>): URL => {
  const folder = mkdtempSync(join(tmpdir(), "profiles-"));
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, `${name}.yaml`), typeof content === "string" ? content : stringify(content));
  return pathToFileURL(`${folder}/`);
};
const faultsOf = (raw: unknown): string[] => {
  const read = readAuthority("anyshire", folderOf({ anyshire: raw }));
  return read.ok ? [] : read.error;
};
/** The line on which a text stands in a file as written. */
const lineOf = (raw: unknown, text: string): number =>
  stringify(raw)
    .split("\n")
    .findIndex((line) => line.includes(text)) + 1;

describe("a profile", () => {
  it("that is sound is taken", () => {
    expect(faultsOf(aWrittenProfile())).toEqual([]);
  });

  it("with a fault in a rule is refused, naming line, field, rule and clause", () => {
    const rung = { at: "limit", to: "nobody", says: "Overdue." };
    const raw = aWrittenProfile({ rules: [aWrittenRule({ clause: "4.2", rungs: [rung] })] });
    expect(faultsOf(raw)).toEqual([
      `infra/profiles/anyshire.yaml:${lineOf(raw, "to: nobody")}: rungs.0.to (ANY-01, clause 4.2): role "nobody" has no recipient`,
    ]);
  });

  it("of the wrong shape is refused, naming line, field, rule and clause", () => {
    const raw = aWrittenProfile({ rules: [aWrittenRule({ clause: "7", ladder: "sideways" })] });
    const [fault, ...others] = faultsOf(raw);
    expect(others).toEqual([]);
    expect(fault).toContain(
      `infra/profiles/anyshire.yaml:${lineOf(raw, "sideways")}: ladder (ANY-01, clause 7): has to be one of `,
    );
  });

  it("ALL-15: a role with hours and nobody out of them, where an urgent mail goes to it, is refused", () => {
    const urgent = aWrittenRule({ rungs: [{ at: "limit", urgent: true, says: "Now." }] });
    const officeHours = { coordinator: { hours: "Mon-Fri 09:00-17:00" } };
    const raw = aWrittenProfile({ officeHours, rules: [urgent] });
    expect(faultsOf(raw)).toEqual([
      `infra/profiles/anyshire.yaml:${lineOf(raw, "officeHours") + 1}: officeHours.coordinator: has hours and nobody out of them, and an urgent mail of ANY-01 (clause 1) goes to it: write "outOfHours", such as "Emergency duty team <duty@council.example>", or leave the hours out`,
    ]);
    const outOfHours = "Duty team <duty@anyshire.example>";
    expect(
      faultsOf({ ...raw, officeHours: { coordinator: { ...officeHours.coordinator, outOfHours } } }),
    ).toEqual([]);
    expect(faultsOf({ ...raw, rules: [aWrittenRule()] })).toEqual([]);
  });

  it.each([
    ["a role nobody has", { mayor: { hours: "Mon-Fri 09:00-17:00" } }, 'role "mayor" has no recipient'],
    [
      "that close before they open",
      { coordinator: { hours: "Fri 17:00-09:00" } },
      "opens at 17:00 and closes at 09:00",
    ],
    ["in no words we know", { coordinator: { hours: "nine to five" } }, "has to be days and times"],
  ])("ALL-15: office hours of %s are refused", (_what, officeHours, said) =>
    expect(faultsOf(aWrittenProfile({ officeHours })).join()).toContain(said),
  );

  it("ALL-12: a sign-off that nobody who signs in may give is refused, with what to write", () => {
    const { manager: _manager, ...roles } = (aWrittenProfile().signIn as { roles: Record<string, string> })
      .roles;
    const signIn = { ...(aWrittenProfile().signIn as object), roles };
    const raw = aWrittenProfile({
      signIn,
      rules: [aWrittenRule(), aWrittenRule({ id: "02", duty: "signed", title: "Sign", endedBy: "sign-off" })],
    });
    const faults = faultsOf(raw);
    expect(faults).toContain(
      `infra/profiles/anyshire.yaml:${lineOf(raw, "endedBy: sign-off")}: endedBy (ANY-02, clause 1): nobody may record "sign-off": it takes a manager, and "signIn" makes nobody one: add "manager" to its roles`,
    );
    expect(faults).toContain(
      `infra/profiles/anyshire.yaml:${lineOf(raw, "roles:")}: signIn.roles: nobody may record "approve": it takes a manager, and "signIn" makes nobody one: add "manager" to its roles`,
    );
  });

  it.each([
    ["undecided", "risk", 'nobody can state "risk" where the police do not'],
    ["undecided", "child.sex", "what a person can state is careStatus, childProtectionPlan, placementType"],
    ["undecided", "careStatuz", 'a compact has no "careStatuz"; did you mean "careStatus"?'],
    ["fact", "unread", 'nobody can state "unread"'],
  ])("ALL-07: a rule that turns on a fact nobody can state is refused: { %s: %s }", (key, fact, said) => {
    const raw = aWrittenProfile({ rules: [aWrittenRule({ when: { [key]: fact } })] });
    const [fault, ...others] = faultsOf(raw);
    expect(fault).toContain(
      `infra/profiles/anyshire.yaml:${lineOf(raw, `${key}: ${fact}`) - 1}: when (ANY-01, clause 1): can never be: `,
    );
    expect(fault).toContain(said);
    expect(others).toEqual([]);
  });

  it("ALL-07: a rule that asks for what a person can state is taken", () => {
    const rule = aWrittenRule({ when: { undecided: "careStatus" }, doneWhen: { fact: "careStatus" } });
    expect(faultsOf(aWrittenProfile({ rules: [rule] }))).toEqual([]);
  });

  it("with several faults is refused with one sentence for each", () => {
    const mail = { ingest: "a@in.example", from: "b@in.example", replyTo: "a@in.example" };
    // a domain that people share, a reply that would be read as a compact, a role nobody has
    const standIns = { "allocated-worker": "nobody", "line-manager": "service-manager" };
    expect(faultsOf(aWrittenProfile({ mail, standIns }))).toHaveLength(3);
  });

  it("that takes compacts in where people have their mail is refused: its MX would take their mail as well", () => {
    const mail = {
      ingest: "missing@Anyshire.example",
      from: "safe-return@anyshire.example",
      replyTo: "m@anyshire.example",
    };
    const [fault, ...others] = faultsOf(aWrittenProfile({ mail }));
    expect(others).toEqual([]);
    expect(fault).toContain('mail.ingest: people have their mail at "anyshire.example" too');
    expect(fault).toContain("missing@in.anyshire.example");
  });

  it("whose name is too long for AWS is refused in a sentence", () => {
    const authority = "a".repeat(35);
    expect(faultsOf(aWrittenProfile({ authority })).join()).toContain("at most 34 characters");
  });

  it("with no address for a role is refused: nobody is told by default", () => {
    const recipients = { coordinator: "Coordinator" };
    expect(faultsOf(aWrittenProfile({ recipients }))[0]).toContain(
      "recipients.coordinator: has to be a name and",
    );
  });

  it("that is no YAML, or another authority's, is refused in a sentence", () => {
    expect(faultsOf("rules:\n  - [1, 2\nname: x\n")).toEqual([
      "infra/profiles/anyshire.yaml:3: is not indented as what it belongs to, or a [ lacks its ], a { its }; what comes after is checked once this is put right",
    ]);
    expect(faultsOf(aWrittenProfile({ authority: "othershire" }))[0]).toContain('says "othershire"');
  });
});

describe("an account", () => {
  it("may not give two authorities one address to read", () => {
    const folder = folderOf({
      anyshire: aWrittenProfile(),
      othershire: aWrittenProfile({ authority: "othershire" }),
    });
    const read = readAccount(accountNames("anyshire, othershire"), folder);
    expect(read.ok ? [] : read.error).toEqual([
      expect.stringMatching(
        /^infra\/profiles\/anyshire.yaml: mail.ingest: another authority, .* reads missing@in.anyshire.example too/,
      ),
      expect.stringMatching(/^infra\/profiles\/othershire.yaml: mail.ingest: another authority, /),
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
