import { describe, expect, it } from "vitest";
import { faultInWords } from "../../../functions/domain/profile/check/faults.ts";
import { warningsOf } from "../../../functions/domain/profile/check-course/warnings.ts";
import { aProfile, aRawRule } from "../../builders/profile.ts";
import { anotherRule, aThirdRule } from "../../builders/profile-faults.ts";
import { derbyCity, derbyshire, leicestershire, rutland, torbay } from "../../builders/profiles.ts";

const warnings = (...rules: unknown[]) =>
  warningsOf(aProfile({ rules: [aRawRule(), ...rules] })).map(faultInWords);

describe("what is worth a second look and fails nothing", () => {
  it.each<[string, unknown]>([
    ["missing", { status: ["missing"] }],
    ["missing, among others", { all: [{ risk: ["high"] }, { status: ["missing"] }] }],
    ["neither back nor cancelled", { not: { status: ["returned", "cancelled"] } }],
  ])("a duty that leaves the record when the child is back: %s", (_what, when) => {
    expect(warnings(anotherRule({ when }))).toEqual([
      'rules.1.when (ANY-02, clause 1): holds only while the child is missing: once the child is back the duty, and what was done of it, leaves the record. { compact: ["missing"] } stays so',
    ]);
  });

  it.each<[string, unknown]>([
    ["a report", { compact: ["missing"] }],
    ["a child who is back", { status: ["returned"] }],
    ["either", { any: [{ status: ["missing"] }, { flag: ["medical"] }] }],
  ])("%s stays", (_what, when) => expect(warnings(anotherRule({ when }))).toEqual([]));

  it("a limit that passes in silence", () => {
    const due = [{ anchor: "returned", amount: 24, unit: "h" }];
    expect(warnings(anotherRule({ due }))).toEqual([
      'rules.1.rungs (ANY-02, clause 1): nobody hears when the limit has passed: a rung "limit" would say so',
    ]);
    const told = { id: "told", from: "created", to: ["owner"], says: "S." };
    expect(warnings(anotherRule({ due, rungs: [{ ...told, id: "limit", from: "due" }] }))).toEqual([]);
    expect(warnings(anotherRule({ due, rungs: [{ ...told, every: { amount: 1, unit: "d" } }] }))).toEqual([]);
    expect(warnings(anotherRule({ due, notice: true }))).toEqual([]);
  });

  it("an end copied from another duty", () => {
    const done = (duty: string) => ({ endedBy: [{ action: "duty-done", with: { duty } }] });
    expect(
      warnings(anotherRule(done("second")), aThirdRule({ when: { compact: ["found"] }, ...done("second") })),
    ).toEqual([
      'rules.2.endedBy.0.with.duty (ANY-03, clause 1): ends with another duty, "second": is "third" meant?',
    ]);
  });

  it.each(Object.entries({ derbyCity, derbyshire, leicestershire, rutland, torbay }))(
    "nothing in %s",
    (_name, profile) => {
      expect(warningsOf(profile)).toEqual([]);
    },
  );
});
