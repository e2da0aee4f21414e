import { describe, expect, it } from "vitest";
import { faultInWords } from "../../../functions/domain/profile/check/faults.ts";
import { readProfile } from "../../../functions/reading/force-words/read-profile.ts";
import { aRawProfile, aRawRule } from "../../builders/profile.ts";

const faultsOf = (raw: unknown): string[] => {
  const read = readProfile(raw);
  return read.ok ? [] : read.error.map(faultInWords);
};
const withRule = (overrides: Record<string, unknown>) =>
  faultsOf(aRawProfile({ rules: [aRawRule(overrides)] }));
const reminder = (overrides: Record<string, unknown>) => [
  { id: "reminder", from: "due", amount: -1, unit: "h", to: ["owner"], says: "Soon.", ...overrides },
];

describe("a ladder that cannot be climbed", () => {
  it.each<[string, Record<string, unknown>, string]>([
    [
      "a reminder at the limit",
      { rungs: reminder({ amount: 0 }) },
      "rungs.0 (ANY-01, clause 1): a reminder after",
    ],
    [
      "a reminder after it",
      { rungs: reminder({ amount: 2 }) },
      "rungs.0 (ANY-01, clause 1): a reminder after",
    ],
    [
      "a reminder after it, counted from the beginning",
      {
        due: [{ anchor: "created", amount: 24, unit: "h" }],
        rungs: reminder({ from: "created", amount: 1, unit: "d" }),
      },
      "rungs.0 (ANY-01, clause 1): a reminder after",
    ],
    [
      "a reminder before the clock",
      { rungs: reminder({ amount: -4, unit: "d" }) },
      "before the clock has started",
    ],
  ])("%s", (_what, overrides, fault) => {
    expect(withRule(overrides).join()).toContain(fault);
  });

  it("a reminder in between is in order", () => {
    expect(withRule({ rungs: reminder({ amount: -24 }) })).toEqual([]);
  });
});

describe("a rule that can never fire", () => {
  it.each<[string, unknown, string]>([
    [
      "a status that is two at once",
      { all: [{ status: ["missing"] }, { status: ["returned"] }] },
      "no status fits",
    ],
    ["no care status at all", { all: [{ care: [] }, { always: true }] }, "no care fits"],
    [
      "a condition and its opposite",
      { all: [{ recorded: "sign-off" }, { not: { recorded: "sign-off" } }] },
      "a condition and its opposite",
    ],
    ["a fact no compact has", { fact: "careStatsu" }, 'a compact has no "careStatsu"'],
    ["a mail of no duty", { told: "nothing" }, 'no duty is called "nothing"'],
    ["a field no action has", { recorded: "allocate", with: { abesnt: true } }, '"allocate" has no "abesnt"'],
    [
      "a value no action has",
      { any: [{ lastRecorded: "exempt", with: { reason: "tired" } }] },
      '"reason" of "exempt" is never "tired"',
    ],
    ["a question for guards", { data: "reason" }, '"data" is asked in a guard only'],
  ])("%s", (_what, when, fault) => {
    expect(withRule({ when }).join()).toContain(fault);
  });

  it("one whose ladder ends before it", () => {
    const due = [{ anchor: "missing", amount: 3, unit: "d" }];
    expect(withRule({ ladder: "while-missing", due }).join()).toContain(
      "when (ANY-01, clause 1): can never be",
    );
  });

  it("evidence nobody can record, or that an earlier entry takes", () => {
    const ends = (...endedBy: unknown[]) => withRule({ endedBy }).join();
    expect(ends({ action: "duty-done", with: { duty: "other" } })).toContain('no duty is called "other"');
    expect(ends({ action: "decline" }, { action: "decline", with: { by: "child" } })).toContain(
      "endedBy.1 (ANY-01, clause 1): is never reached",
    );
    expect(ends({ action: "decline", with: { by: "child" } }, { action: "decline" })).toEqual("");
  });

  it("an owner who never has a turn", () => {
    const owner = [{ role: "coordinator" }, { role: "service-manager" }];
    expect(withRule({ owner }).join()).toContain("owner.0 (ANY-01, clause 1): has no condition");
  });
});

describe("overlapping triggers", () => {
  const episodes = (atLeast: number, amount: number) => ({
    episodes: { atLeast, within: { amount, unit: "d" } },
  });

  it.each([
    ["the same twice", [episodes(3, 90), episodes(3, 90)], true],
    ["3 in 30 days beside 3 in 90", [episodes(3, 90), episodes(3, 30)], true],
    ["2 ever beside 3 in 90 days", [{ episodes: { atLeast: 2 } }, episodes(3, 90)], true],
    ["2 in 30 days beside 3 in 90", [episodes(2, 30), episodes(3, 90)], false],
  ])("%s", (_what, any, fault) => {
    expect(withRule({ when: { any } }).join().includes("overlapping triggers")).toBe(fault);
  });

  it("two rules that ask for the same thing", () => {
    const faults = faultsOf(aRawProfile({ rules: [aRawRule(), aRawRule({ id: "ANY-02", duty: "again" })] }));
    expect(faults.join()).toContain(
      'rules.1.duty (ANY-02, clause 1): asks for the same as "return-interview"',
    );
  });
});

describe("an unknown clause", () => {
  const sources = { "001": { title: "Process", file: "001.md", clauses: ["1", "2.1"] } };

  it.each([
    ["1", false],
    ["1, 2.1", false],
    ["1; 3", true],
  ])("%s of a source that lists its clauses", (clause, fault) => {
    const faults = faultsOf(aRawProfile({ sources, rules: [aRawRule({ clause })] }));
    expect(faults).toEqual(
      fault ? ['rules.0.clause (ANY-01, clause 1; 3): the source has no clause "3"'] : [],
    );
  });
});
