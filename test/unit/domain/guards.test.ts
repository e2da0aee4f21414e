import { describe, expect, it } from "vitest";
import { refusalsOf } from "../../../functions/domain/duty/guards.ts";
import type { ActionEvent } from "../../../functions/domain/episode/events.ts";
import type { Condition } from "../../../functions/domain/profile/condition.ts";
import { aContext } from "../../builders/context.ts";
import { anAction, foundCompact, missingCompact } from "../../builders/events.ts";
import { aProfile } from "../../builders/profile.ts";

const now = "2026-11-18T09:00:00Z";
const events = [missingCompact({ force: "anyforce" }), foundCompact({ force: "anyforce" })];
const refused = (
  refuseWhen: Condition,
  action: ActionEvent,
  earlier: readonly ActionEvent[] = [],
): boolean => {
  const guards = [
    {
      id: "ANY-02",
      clause: "2",
      source: "001",
      actions: ["interview-held", "sign-off", "meeting-held"],
      refuseWhen,
      says: "No.",
    },
  ];
  return (
    refusalsOf(action, aContext({ profile: aProfile({ guards }), now, events: [...events, ...earlier] }))
      .length > 0
  );
};
const held = (at: string, data: { place?: string } = {}) =>
  anAction("interview-held", at, { method: "face-to-face", ...data });
const signOff = anAction("sign-off", now, { nextSteps: "plan" });
const record = (sections: Record<string, string>) =>
  anAction("written-record", now, { writtenToChild: true, sections });

describe("a guard looks at the action at hand", () => {
  it("at a value, at its being there, at a value inside another", () => {
    expect(refused({ data: "method", is: "face-to-face" }, held(now))).toBe(true);
    expect(refused({ data: "place" }, held(now))).toBe(false);
    expect(refused({ data: "place" }, held(now, { place: "school" }))).toBe(true);
    const meeting = anAction("meeting-held", now, { meeting: "strategy", outcomes: { next: "plan" } });
    expect([
      refused({ data: "outcomes.next" }, meeting),
      refused({ data: "outcomes.other" }, meeting),
    ]).toEqual([true, false]);
  });

  it("at when it happened against a limit, not at when it was recorded", () => {
    const inTime = { ...held("2026-11-18T08:00:00Z"), recordedAt: now };
    expect(refused({ after: "return-interview" }, inTime)).toBe(false);
    expect(refused({ after: "return-interview" }, held("2026-11-18T08:00:01Z"))).toBe(true);
  });

  it("at empty sections of the last record, blanks counting as empty", () => {
    expect(refused({ sectionsEmpty: "any" }, signOff)).toBe(true);
    expect(refused({ sectionsEmpty: ["account"] }, signOff, [record({ account: " \n" })])).toBe(true);
    expect(
      refused({ sectionsEmpty: "any" }, signOff, [record({ account: "" }), record({ account: "You left." })]),
    ).toBe(false);
  });

  it("and at the episode, with not, all and any", () => {
    const late: Condition = { after: "return-interview" };
    expect(refused({ all: [late, { status: ["returned"] }] }, held(now))).toBe(true);
    expect(refused({ all: [late, { status: ["missing"] }] }, held(now))).toBe(false);
    expect(refused({ any: [{ status: ["missing"] }, late] }, held(now))).toBe(true);
    expect(refused({ not: late }, held(now))).toBe(false);
  });

  it("an action no guard names is never refused", () => {
    expect(refused({ compact: ["found"] }, anAction("note", now, { text: "rang the school" }))).toBe(false);
    expect(refused({ compact: ["found"] }, signOff)).toBe(true);
  });
});
