import { describe, expect, it } from "vitest";
import { toInstant, toIso } from "../../../functions/domain/calendar/instant.ts";
import { assess, dueRungs, stepOf } from "../../../functions/domain/duty/assess.ts";
import type { EpisodeEvent } from "../../../functions/domain/episode/events.ts";
import { aContext } from "../../builders/context.ts";
import { anAction, aRung, compact, foundCompact, missingCompact } from "../../builders/events.ts";
import { aProfile, aRawRule } from "../../builders/profile.ts";
import { dutyAt } from "../../builders/timetable.ts";

const rungs = [
  { id: "told", from: "created", to: ["owner"], says: "Arisen." },
  { id: "reminder", from: "due", amount: -24, unit: "h", to: ["owner"], says: "Soon." },
  { id: "overdue", from: "due", every: { amount: 1, unit: "d" }, to: ["service-manager"], says: "Late." },
];
const profile = aProfile({ rules: [aRawRule({ rungs })] });
const events = (...more: EpisodeEvent[]) => [
  missingCompact({ force: "anyforce" }),
  foundCompact({ force: "anyforce" }),
  ...more,
];
const stepAt = (now: string, ...more: EpisodeEvent[]) => {
  const context = aContext({ profile, now, events: events(...more) });
  return stepOf("return-interview", assess(context), context.now);
};
const dueAt = (now: string, ...more: EpisodeEvent[]): string[] => {
  const context = aContext({ profile, now, events: events(...more) });
  return dueRungs(assess(context), context.now).map((r) => r.id);
};
const fired = (id: string, at: string) => aRung("return-interview", id, at);

describe("a ladder waits for its next rung and fires what is due", () => {
  const told = fired("told", "2026-11-15T08:30:00Z");

  it("fires on arising, then waits until the reminder", () => {
    expect(stepAt("2026-11-15T08:30:00Z").kind).toBe("due");
    const step = stepAt("2026-11-15T08:30:00Z", told);
    expect(step.kind === "wait" && step.until !== undefined && toIso(step.until)).toBe(
      "2026-11-17T08:00:00Z",
    );
  });

  it("one second before a rung it still waits; at the second it fires", () => {
    expect(stepAt("2026-11-17T07:59:59Z", told).kind).toBe("wait");
    expect(stepAt("2026-11-17T08:00:00Z", told).kind).toBe("due");
  });

  it("rungs an outage skipped are due together, in their order", () => {
    expect(dueAt("2026-11-20T08:00:00Z", told)).toEqual(["reminder", "overdue-1"]);
  });

  it("is settled once the duty is done, declined, or the episode cancelled", () => {
    expect(
      stepAt(
        "2026-11-16T08:00:00Z",
        anAction("interview-held", "2026-11-16T08:00:00Z", { method: "face-to-face" }),
      ).kind,
    ).toBe("settled");
    const context = aContext({
      profile,
      now: "2026-11-16T08:00:00Z",
      events: [
        missingCompact({ force: "anyforce" }),
        anAction("cancel", "2026-11-15T00:00:00Z", { reason: "duplicate" }),
      ],
    });
    expect(stepOf("while-missing", assess(context), context.now).kind).toBe("settled");
  });

  it("a reminder for a limit that is already near comes when the duty arises, not before", () => {
    const late = foundCompact({ force: "anyforce", received: "2026-11-17T20:00:00Z" });
    const context = aContext({
      profile,
      now: "2026-11-17T20:00:00Z",
      events: [missingCompact({ force: "anyforce" }), late],
    });
    expect(dueRungs(assess(context), context.now).map((r) => [r.id, toIso(r.at)])).toEqual([
      ["told", "2026-11-17T20:00:00Z"],
      ["reminder", "2026-11-17T20:00:00Z"],
    ]);
  });
});

describe("a rung fires once", () => {
  it("and is known by its mail, also where the record is cut to whole seconds", () => {
    const found = foundCompact({ force: "anyforce", received: "2026-11-15T08:30:00.700Z" });
    const context = aContext({
      profile,
      now: "2026-11-15T08:30:01Z",
      events: [missingCompact({ force: "anyforce" }), found, fired("told", "2026-11-15T08:30:00Z")],
    });
    expect(dueRungs(assess(context), context.now)).toEqual([]);
  });

  it("a limit that moved on (ALL-06) is reminded of again, under an id of its own", () => {
    const better = compact("update", "2026-11-17T09:00:00Z", {
      force: "anyforce",
      returnedAt: "2026-11-16T18:00:00+00:00",
    });
    const sent = [fired("told", "2026-11-15T08:30:00Z"), fired("reminder", "2026-11-17T08:00:00Z")];
    expect(dueAt("2026-11-18T18:00:00Z", ...sent, better)).toEqual(["reminder~2"]);
    expect(
      dueAt("2026-11-18T18:00:00Z", ...sent, better, fired("reminder~2", "2026-11-18T18:00:00Z")),
    ).toEqual([]);
  });

  it("a limit that moved to an earlier instant is not", () => {
    const better = compact("update", "2026-11-17T09:00:00Z", {
      force: "anyforce",
      returnedAt: "2026-11-15T07:00:00+00:00",
    });
    const sent = [fired("told", "2026-11-15T08:30:00Z"), fired("reminder", "2026-11-17T08:00:00Z")];
    expect(dueAt("2026-11-17T12:00:00Z", ...sent, better)).toEqual([]);
  });

  it("a found that was retracted and a child found again start the mails again", () => {
    const story = [
      fired("told", "2026-11-15T08:30:00Z"),
      anAction("found-retracted", "2026-11-15T09:00:00Z", { reason: "another girl" }),
      foundCompact({ force: "anyforce", returnedAt: "2026-11-16T08:00:00+00:00" }),
    ];
    expect(dueAt("2026-11-16T08:30:00Z", ...story)).toEqual(["told~2"]);
  });
});

describe("nothing ends in silence (ALL-01)", () => {
  it("a duty somebody was told of and that no longer holds says so", () => {
    const retracted = anAction("found-retracted", "2026-11-15T09:00:00Z", { reason: "another girl" });
    const story = { profile, events: events(fired("told", "2026-11-15T08:30:00Z"), retracted) };
    expect(dutyAt(story, "return-interview", "2026-11-15T09:00:00Z")).toMatchObject({
      state: "not-required",
      reason: "what called for it no longer holds",
    });
  });

  it("an interview held before this return is no evidence of it", () => {
    const held = anAction("interview-held", "2026-11-15T08:40:00Z", { method: "face-to-face" });
    const retracted = anAction("found-retracted", "2026-11-15T09:00:00Z", { reason: "another girl" });
    const again = foundCompact({ force: "anyforce", returnedAt: "2026-11-16T08:00:00+00:00" });
    const story = { profile, events: events(held, retracted, again) };
    expect(dutyAt(story, "return-interview", "2026-11-15T08:45:00Z")?.state).toBe("done");
    expect(dutyAt(story, "return-interview", "2026-11-16T09:00:00Z")?.state).toBe("open");
  });

  it("the next rung is what the watchdog looks at", () => {
    const context = aContext({
      profile,
      now: "2026-11-16T00:00:00Z",
      events: events(fired("told", "2026-11-15T08:30:00Z")),
    });
    expect(assess(context).nextRungAt).toBe(toInstant("2026-11-17T08:00:00Z"));
  });
});
