import { describe, expect, it } from "vitest";
import { explain } from "../../../functions/domain/profile/explain.ts";
import type { ProfileFault } from "../../../functions/domain/profile/fault.ts";
import { answer, usage } from "../../../localstack/tools/profile/explain-profile.ts";
import { aProfile, aRawRule } from "../../builders/profile.ts";
import { derbyCity, derbyshire, leicestershire, rutland, torbay } from "../../builders/profiles.ts";

const all = { "derby-city": derbyCity, derbyshire, leicestershire, rutland, torbay };
const profiles = {
  names: () => ["anyshire", "badshire"],
  unknown: (name: string) => (name === "atlantis" ? 'There is no profile "atlantis".' : undefined),
  read: (name: string) =>
    name === "anyshire"
      ? { ok: true as const, value: aProfile() }
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
        "    - the offer of an interview with the child",
      ].join("\n"),
    );
    expect(text).toContain(
      'the mail "The child could not be contacted" has gone or "The child could not be contacted" as done is recorded',
    );
    expect(text).toContain("  - an attempt at contact, recorded by Children's Services");
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
      read: () => ({ ok: true as const, value: missing }),
      inWords: (name: string, { path, rule }: ProfileFault) => `${name} ${path} ${rule}`,
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
      read: (name: string) => ({ ok: true as const, value: name === "anyshire" ? aProfile() : othershire }),
    };
    expect(answer(["check", "anyshire"], both)).toEqual({
      lines: ["anyshire: 1 to put right", expect.stringMatching(/^ {2}mail\.ingest: .*, Othershire, reads/)],
      code: 1,
    });
    expect(answer(["check"], both).lines).toHaveLength(4);
  });

  it("checks one", () => expect(answer(["check", "anyshire"], profiles).code).toBe(0));

  it("explains one, or says why it can't", () => {
    expect(answer(["explain", "anyshire"], profiles).lines[0]).toBe("Anyshire County Council");
    expect(answer(["explain", "badshire"], profiles)).toMatchObject({ code: 1, lines: { length: 2 } });
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

  it.each([[[]], [["explain"]], [["tell", "anyshire"]], [["check", "anyshire", "badshire"]]])(
    "asked %j, it says how it is used",
    (args) => expect(answer(args, profiles)).toEqual({ lines: [usage], code: 2 }),
  );
});
