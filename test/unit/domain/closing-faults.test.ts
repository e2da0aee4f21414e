import { expect, it } from "vitest";
import { anotherRule, faultsBeside } from "../../builders/profile-faults.ts";

const closing = (overrides: Record<string, unknown>) =>
  anotherRule({
    ladder: "report-distribution",
    when: { status: ["returned"] },
    endedBy: [{ action: "duty-done", with: { duty: "second" }, by: "coordinator" }],
    closes: true,
    ...overrides,
  });

it("a closure is of a child who is back, and says whose it is", () => {
  expect(faultsBeside(closing({}))).toEqual([]);
  expect(faultsBeside(closing({ when: { always: true } }))).toEqual([
    "rules.1.when (ANY-02, clause 1): closes the episode, so it needs { status: returned }: a search is never ended so",
  ]);
  expect(faultsBeside(closing({ endedBy: [{ action: "oversight" }] }))).toEqual([
    'rules.1.endedBy (ANY-02, clause 1): closes the episode, so it says whose it is: "duty-done by ROLE"',
  ]);
});

it("a rule for a reviewing officer needs somebody who stands in", () => {
  expect(faultsBeside(anotherRule({ owner: [{ role: "reviewing-officer" }] }))).toEqual([
    'rules.1.owner.0.role (ANY-02, clause 1): role "reviewing-officer" has no recipient where nobody said who it is: name who stands in under "standIns"',
  ]);
});
