import { describe, expect, it } from "vitest";
import { aRawProfile } from "../../builders/profile.ts";
import { anotherRule, faultsBeside, faultsOf } from "../../builders/profile-faults.ts";

const faults = (overrides: Record<string, unknown>) => faultsBeside(anotherRule(overrides));

describe("two conditions in one { }", () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    [
      "with what stands beside them",
      { when: { status: ["returned"], recorded: "contact-made", with: { contact: "child" } } },
      "when",
      'holds 2 conditions, "status" and "recorded": put them under "all" where each has to be so, { all: [{ status: … }, { recorded: "contact-made", with: … }] }, or under "any" where one is enough',
    ],
    [
      "inside others",
      { when: { all: [{ not: { unmet: { condition: { told: "x", fact: "harm" }, by: {} } } }] } },
      "when.all.0.not.unmet.condition",
      'holds 2 conditions, "told" and "fact": put them under "all" where each has to be so, { all: [{ told: "x" }, { fact: "harm" }] }, or under "any" where one is enough',
    ],
    [
      "of an owner",
      { owner: [{ role: "coordinator", when: { care: [], risk: [] } }, { role: "coordinator" }] },
      "owner.0.when",
      'holds 2 conditions, "care" and "risk": put them under "all" where each has to be so, { all: [{ care: … }, { risk: … }] }, or under "any" where one is enough',
    ],
    [
      "as a list",
      { doneWhen: [{ status: ["returned"] }] },
      "doneWhen",
      "is a list: write { all: [ … ] } where each of them has to be so, or { any: [ … ] } where one is enough",
    ],
  ])("%s", (_what, overrides, path, problem) => {
    const [first] = faults(overrides);
    expect(first).toBe(`rules.1.${path} (ANY-02, clause 1): ${problem}`);
    expect(faults(overrides).filter((fault) => fault.startsWith(`rules.1.${path} `))).toHaveLength(1);
  });
});

describe("a name in words, not as a pattern", () => {
  it.each<[string, unknown, string]>([
    [
      "id",
      "any-2",
      "rules.1.id (any-2, clause 1): has to be three capital letters, a hyphen and two figures, such as DER-01",
    ],
    [
      "duty",
      "Second Duty",
      "rules.1.duty (ANY-02, clause 1): has to be small letters and hyphens, such as return-interview",
    ],
  ])("%s", (field, value, fault) => expect(faults({ [field]: value })).toEqual([fault]));

  it("of an authority", () => {
    expect(faultsOf(aRawProfile({ authority: "Any Shire" }))).toEqual([
      "authority: has to be small letters, figures and hyphens, such as north-moor",
    ]);
  });
});

describe("the name that was meant", () => {
  it.each<[string, Record<string, unknown>, string]>([
    [
      "a role",
      { owner: [{ role: "cordinator" }] },
      'owner.0.role (ANY-02, clause 1): role "cordinator" has no recipient; did you mean "coordinator"?',
    ],
    [
      "a part of a role",
      { rungs: [{ id: "told", from: "created", to: ["manager"], says: "S." }] },
      'rungs.0.to (ANY-02, clause 1): role "manager" has no recipient',
    ],
    [
      "a source",
      { source: "01" },
      'source (ANY-02, clause 1): no source "01" in sources; did you mean "001"?',
    ],
    [
      "a source far from any",
      { source: "protocol" },
      'source (ANY-02, clause 1): no source "protocol" in sources; there is 001',
    ],
    [
      "an anchor",
      { due: [{ anchor: "returnd", amount: 1, unit: "d" }] },
      'due.0.anchor (ANY-02, clause 1): has to be "returned", not "returnd"',
    ],
    ["a ladder", { ladder: "contacts" }, 'ladder (ANY-02, clause 1): has to be "contact", not "contacts"'],
    [
      "an action",
      { endedBy: [{ action: "oversite" }] },
      'endedBy.0.action (ANY-02, clause 1): has to be "oversight", not "oversite"',
    ],
    [
      "a field that may be left out",
      { notRequred: [] },
      'notRequred (ANY-02, clause 1): is not a field that is known here; did you mean "notRequired"?',
    ],
    [
      "a field of a condition",
      { when: { recorded: "sign-off", wth: {} } },
      'when.wth (ANY-02, clause 1): is not a field that is known here; did you mean "with"?',
    ],
    [
      "a word for a condition",
      { when: { missing: true } },
      'when.missing (ANY-02, clause 1): is not a field that is known here; write { compact: ["missing"] }',
    ],
    [
      "an action for a condition",
      { when: { "sign-off": true } },
      'when.sign-off (ANY-02, clause 1): is not a field that is known here; write { recorded: "sign-off" }',
    ],
    [
      "a word for a list",
      { when: { status: "returned" } },
      'when.status (ANY-02, clause 1): has to be a list: write ["returned"]',
    ],
    [
      "a unit",
      { due: [{ anchor: "returned", amount: 1, unit: "weeks" }] },
      "due.0.unit (ANY-02, clause 1): has to be one of h, d, wd, wk (hours, days, working days, weeks)",
    ],
  ])("%s", (_what, overrides, fault) => expect(faults(overrides)).toEqual([`rules.1.${fault}`]));

  it("in the profile's own fields, and in a force's words", () => {
    expect(faultsOf({ ...aRawProfile(), staffDomain: [] })).toEqual([
      'staffDomain: is not a field that is known here; did you mean "staffDomains"?',
    ]);
    const forces = [
      {
        id: "a",
        name: "A",
        senderDomains: ["a.example"],
        mailbox: "x@a.example",
        vocabulary: { lables: {}, labels: { refrence: ["No"] } },
      },
    ];
    expect(faultsOf(aRawProfile({ forces }))).toEqual([
      'forces.0.vocabulary.labels.refrence: is not a field that is known here; did you mean "reference"?',
      'forces.0.vocabulary.lables: is not a field that is known here; did you mean "labels"?',
    ]);
  });
});

describe("a rule that can't be read", () => {
  it("hides nothing of the others, and makes nothing of them untrue", () => {
    const second = anotherRule({ duty: "Second Duty", title: 3 });
    const third = anotherRule({
      id: "ANY-03",
      duty: "third",
      when: { told: "return-interview" },
      source: "x",
      endedBy: [{ action: "toolkit" }],
    });
    expect(faultsBeside(second, third).map((fault) => fault.split(" ")[0])).toEqual([
      "rules.1.duty",
      "rules.1.title",
      "rules.2.source",
    ]);
  });

  it("may be the first of a series, which is not said to have none", () => {
    const first = anotherRule({ title: 3, endedBy: [{ action: "review-held" }] });
    const series = anotherRule({
      ...{ id: "ANY-03", duty: "third", series: true, endedBy: [{ action: "review-held" }] },
    });
    expect(faultsBeside(first, series)).toEqual(["rules.1.title (ANY-02, clause 1): has to be a text"]);
  });
});
