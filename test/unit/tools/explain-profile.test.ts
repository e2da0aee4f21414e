import { describe, expect, it } from "vitest";
import type { ProfileFault } from "../../../functions/domain/profile/check/fault.ts";
import { compare } from "../../../functions/domain/profile/in-words/compare.ts";
import { notCovered } from "../../../functions/domain/profile/in-words/coverage.ts";
import { explain } from "../../../functions/domain/profile/in-words/explain.ts";
import { answer, usage } from "../../../localstack/tools/profile/explain-profile.ts";
import { aProfile, aRawRule } from "../../builders/profile.ts";
import { derbyCity, derbyshire, leicestershire, rutland, torbay } from "../../builders/profiles.ts";

const all = { "derby-city": derbyCity, derbyshire, leicestershire, rutland, torbay };
const profiles = {
  unfollowed: (): string[] => [],
  names: () => ["anyshire", "badshire"],
  unknown: (name: string) => (name === "atlantis" ? 'There is no profile "atlantis".' : undefined),
  read: (name: string) =>
    name === "anyshire"
      ? { ok: true as const, value: { profile: aProfile(), papers: {} } }
      : { ok: false as const, error: ['rules.0.to: role "nobody" has no recipient', "another fault"] },
};

describe("a protocol read back in plain English", () => {
  it.each(Object.entries(all))("%s: every rule, clause, refusal and mailbox", (_name, profile) => {
    const text = explain(profile);
    for (const { id, clause, title, act } of profile.rules) {
      expect(text).toContain(`${id}, clause ${clause}: ${title}`);
      expect(text).toContain(act);
    }
    for (const { clause, says } of profile.guards) {
      expect(text).toContain(says);
      expect(text).toContain(`clause ${clause}: `);
    }
    for (const { addresses } of Object.values(profile.recipients))
      expect(text).toContain(addresses.join(", "));
    expect(text).not.toMatch(/undefined|\[object/);
  });

  it.each(Object.entries(all))("%s: its form, each section with its clause and topics", (_name, profile) => {
    const text = explain(profile);
    for (const { title, clause, topics = [] } of profile.form)
      expect(text).toContain([`- ${title} (clause ${clause})`, ...topics.map((t) => `  - ${t}`)].join("\n"));
  });

  it("Leicestershire's form gives the child's headings, and a rule the child's copy (clause 9)", () => {
    expect(explain(leicestershire)).toContain("  In the child's copy: What we are worried about");
    expect(explain(leicestershire)).toContain("Its mails carry: the child copy.");
  });

  it("Torbay's hand-over reads as its standard does", () => {
    const text = explain(torbay);
    expect(text).toContain("TOR-15, clause 1.5: Children's Services attempt contact");
    expect(text).toContain("Due: 24 hours after this arose.");
    expect(text).toContain(
      [
        "TOR-15, clause 1.5: Children's Services attempt contact",
        "When all of this is so:",
        "  - the child has returned",
        "  - no other authority placed the child",
        "  - 24 hours after the found report reached us none of this was recorded:",
        "    - contact with the child",
        "    - contact with the parent",
        "    - contact with the carer",
      ].join("\n"),
    );
    expect(text).toContain('    - the mail "The child and family could not be contacted" has gone');
    expect(text).toContain("  - an attempt at contact with the child, recorded by anybody of Torbay Council");
  });

  it.each(Object.entries(all))("%s: no file's name, no name of the program's own", (_name, profile) => {
    const text = explain(profile);
    expect(text).not.toMatch(/\.(txt|md|json)\b/);
    const duties = profile.rules.map((r) => r.duty).filter((duty) => duty.includes("-"));
    for (const duty of duties) expect(text).not.toContain(`"${duty.replaceAll("-", " ")}"`);
  });

  it.each(Object.entries(all))("%s: no word of the schema", (_name, profile) => {
    expect(explain(profile)).not.toMatch(/\bwhen always\b/i);
    expect(explain(profile)).not.toMatch(/[("][a-z]+[A-Z]\w*[:."]/);
  });

  it("Derby's six outcomes of a meeting are asked for one by one", () => {
    expect(explain(derbyCity)).toContain('  - nothing is recorded under "outcomes next actions"');
  });

  it("Rutland's two clocks", () => {
    expect(explain(rutland)).toContain(
      "Due: 72 hours after the child returned, or 72 hours after social care had the referral, whichever comes first.",
    );
  });

  it("a limit the source does not set is said", () => {
    expect(explain(rutland)).toContain("Due: the protocol sets no limit.");
  });
});

describe("what the source does not say", () => {
  const rung = { id: "early", from: "created", to: ["owner"], says: "Soon." };
  const profileOf = (local?: true) =>
    aProfile({ rules: [aRawRule({ clause: "2", rungs: [{ ...rung, ...(local ? { local } : {}) }] })] });

  it("is said to be local practice", () => {
    expect(explain(profileOf(true))).toContain(
      "  At once, to the owner (local practice, not the source's): Soon.",
    );
    expect(explain(profileOf())).toContain("  At once, to the owner: Soon.");
  });

  it("is listed the other way round: clauses that no rule covers, with why one asks nothing", () => {
    const paper = { "1": { title: "Aims", noDuty: "aims" }, "2": "Interviews", "3": "Reports" };
    const text = explain(profileOf(), { "001": paper });
    expect(text.slice(text.indexOf("Clauses that no rule covers"))).toBe(
      [
        "Clauses that no rule covers",
        "===========================",
        "",
        "Return interview process:",
        "- Clause 1: Aims (asks nothing here: aims)",
        "- Clause 3: Reports",
        "",
      ].join("\n"),
    );
    expect(explain(profileOf(), { "001": { "2": "Interviews" } })).toContain(
      "Return interview process: each of its clauses has a rule.",
    );
  });

  it.each([
    ["1.1, 1.3", ["1.2"]],
    ["1.1–1.3", []],
    ["step 1, 3", ["1.1", "1.2", "1.3"]],
  ])("knows what %j cites", (clause, left) => {
    const paper = Object.fromEntries(["1.1", "1.2", "1.3"].map((one) => [one, "A standard"]));
    const profile = aProfile({ rules: [aRawRule({ clause })] });
    expect(notCovered(profile, paper)).toEqual(left.map((one) => `- Clause ${one}: A standard`));
  });

  it('knows "step 6, 7" as two steps, and "step 6 note, 7" too', () => {
    const paper = {
      "step 6": "Request",
      "step 6 note": "72 hours",
      "step 7": "Interview",
      "step 8": "Liaise",
    };
    const cited = (clause: string) => notCovered(aProfile({ rules: [aRawRule({ clause })] }), paper).length;
    expect([cited("step 6, 7"), cited("step 6 note, 7"), cited("step 6")]).toEqual([2, 2, 3]);
  });
});

describe("two authorities compared", () => {
  const text = compare(derbyCity, derbyshire);

  it("names the rules that only one of them has", () => {
    const [derby, shire] = ["Derby City Council", "Derbyshire County Council"];
    expect(text).toMatch(
      new RegExp(
        `Rules that only ${derby} has\n=+\n\n- DER-03, clause F: Consider the safeguarding threshold\n`,
      ),
    );
    expect(text).toMatch(
      new RegExp(`Rules that only ${shire} has\n=+\n\n- DBS-09, clause 6.7: Review the child's file\n`),
    );
  });

  it("says of a rule of both which points differ, each for both, and nothing of the others", () => {
    expect(text).toContain(
      [
        "DER-25 and DBS-25: Sign the return interview off",
        "  Limit",
        "    Derby City Council: 72 hours after the child returned.",
        "    Derbyshire County Council: the protocol sets no limit.",
        "  Mails",
      ].join("\n"),
    );
    expect(text).toContain("DER-17 and DBS-02: Decide who works with the child\n  Number\n");
    expect(text).not.toContain("DER-04");
  });

  it("says who the people are, and not that the force is the same", () => {
    expect(text).toContain("- team manager: only Derbyshire County Council: Team Manager, locality");
    expect(text).toContain("- coordinator\n    Derby City Council: Missing Performance and Tracking");
    expect(text).not.toContain("Derbyshire Police, from");
  });

  it("has nothing to say of one and the same", () => {
    expect(compare(torbay, torbay)).toContain("Nothing differs.");
  });
});

describe("the command", () => {
  it("checks all profiles, names every fault, and fails", () => {
    expect(answer(["check"], profiles)).toEqual({
      lines: [
        "anyshire: in order, 1 rules and 0 refusals.",
        "badshire: 2 to put right",
        '  rules.0.to: role "nobody" has no recipient',
        "  another fault",
      ],
      code: 1,
    });
  });

  it("prints what is worth a second look, and does not fail for it", () => {
    const missing = aProfile({ rules: [aRawRule({ when: { status: ["missing"] }, due: [], rungs: [] })] });
    const sound = {
      ...profiles,
      names: () => ["anyshire"],
      read: () => ({
        ok: true as const,
        value: {
          profile: missing,
          papers: {},
          inWords: ({ path, rule }: ProfileFault) => `anyshire ${path} ${rule}`,
        },
      }),
    };
    expect(answer(["check"], sound)).toEqual({
      lines: ["anyshire: in order, 1 rules and 0 refusals.", "  warning: anyshire rules.0.when ANY-01"],
      code: 0,
    });
  });

  it("sees what two authorities may not share, also where one of them is asked for", () => {
    const othershire = aProfile({ authority: "othershire", name: "Othershire" });
    const both = {
      ...profiles,
      names: () => ["anyshire", "othershire"],
      read: (name: string) => ({
        ok: true as const,
        value: { profile: name === "anyshire" ? aProfile() : othershire, papers: {} },
      }),
    };
    expect(answer(["check", "anyshire"], both)).toEqual({
      lines: ["anyshire: 1 to put right", expect.stringMatching(/^ {2}mail\.ingest: .*, Othershire, reads/)],
      code: 1,
    });
    expect(answer(["check"], both).lines).toHaveLength(4);
  });

  it("names a document that no authority follows, where it checks all", () => {
    const unfollowed = () => [
      "infra/protocols/anyshire-2024.yaml: no authority follows it, so it is not checked",
    ];
    const sound = { ...profiles, names: () => ["anyshire"], unfollowed };
    expect(answer(["check"], sound)).toEqual({
      lines: ["anyshire: in order, 1 rules and 0 refusals.", ...unfollowed()],
      code: 1,
    });
    expect(answer(["check", "anyshire"], sound).code).toBe(0);
  });

  it("checks one", () => expect(answer(["check", "anyshire"], profiles).code).toBe(0));

  it("explains one, or says why it can't", () => {
    expect(answer(["explain", "anyshire"], profiles).lines[0]).toBe("Anyshire County Council");
    expect(answer(["explain", "badshire"], profiles)).toMatchObject({ code: 1, lines: { length: 2 } });
  });

  it("compares two, or says why it can't", () => {
    expect(answer(["compare", "anyshire", "anyshire"], profiles)).toEqual({
      lines: [
        "Anyshire County Council and Anyshire County Council",
        "===================================================",
        "",
        "Nothing differs.",
        "",
      ],
      code: 0,
    });
    for (const pair of [
      ["anyshire", "badshire"],
      ["badshire", "anyshire"],
    ])
      expect(answer(["compare", ...pair], profiles)).toMatchObject({ code: 1, lines: { length: 2 } });
  });

  it.each(["check", "explain"])("%s of an authority nobody knows is a bad argument", (command) => {
    expect(answer([command, "atlantis"], profiles)).toEqual({
      lines: ['There is no profile "atlantis".'],
      code: 2,
    });
  });

  it("says how it is used where asked", () => {
    expect(answer(["--help"], profiles)).toEqual({ lines: [usage], code: 0 });
  });

  it.each([
    [[]],
    [["explain"]],
    [["tell", "anyshire"]],
    [["check", "anyshire", "badshire"]],
    [["compare", "anyshire"]],
    [["compare", "anyshire", "badshire", "anyshire"]],
  ])("asked %j, it says how it is used", (args) =>
    expect(answer(args, profiles)).toEqual({ lines: [usage], code: 2 }),
  );
});
