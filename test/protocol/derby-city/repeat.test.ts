import { describe, expect, it } from "vitest";
import { anEarlierEpisode } from "../../builders/context.ts";
import { anAction } from "../../builders/events.ts";
import { dutyAt, mailsUntil, refusedBy } from "../../builders/timetable.ts";
import { allocate, missing, storyOf } from "./daniel.ts";

const AT = "2026-11-16T09:00:00Z";
const earlier = (...starts: string[]) => starts.map((start) => anEarlierEpisode(start));
const storyWith = (...starts: string[]) => storyOf([missing(), allocate()], earlier(...starts));

describe("three in 30 days", () => {
  it.each([
    ["30 days before by the clock on the wall", "2026-10-16T23:15:00+01:00", "open"],
    ["a second earlier than that", "2026-10-16T23:14:59+01:00", undefined],
  ])("DER-09: the first of three %s (F; 6.6, 6.7)", (_when, first, state) => {
    expect(dutyAt(storyWith(first, "2026-11-01T12:00:00Z"), "preventative-meeting", AT)?.state).toBe(state);
  });

  it("DER-09: the third asks for the preventative meeting, the strategy meeting and the report, at once (F; 6.6, 6.7)", () => {
    const mails = mailsUntil(
      storyWith("2026-10-30T12:00:00Z", "2026-11-05T12:00:00Z"),
      "2026-11-16T02:10:00Z",
    );
    expect(mails.filter((m) => m.rule === "DER-09").map((m) => `${m.duty} -> ${m.letter.to}`)).toEqual([
      "preventative-meeting -> missing-coordinator@derby.example",
      "strategy-meeting -> first-contact@derby.example",
      "monitoring-report -> missing-coordinator@derby.example",
    ]);
  });

  it("DER-09: each ends with its own evidence (F; 6.6, 6.7)", () => {
    const story = storyWith("2026-10-30T12:00:00Z", "2026-11-05T12:00:00Z");
    const done = [
      anAction("meeting-held", AT, { meeting: "preventative" }),
      anAction("meeting-held", AT, { meeting: "strategy" }),
      anAction("report-submitted", AT),
    ];
    const duties = ["preventative-meeting", "strategy-meeting", "monitoring-report"];
    const states = done.map((action) =>
      duties.map((d) => dutyAt({ ...story, events: [...story.events, action] }, d, AT)?.state),
    );
    expect(states).toEqual([
      ["done", "open", "open"],
      ["open", "done", "open"],
      ["open", "open", "done"],
    ]);
  });

  it("DER-09, DER-11: two in 30 days call for neither (F; 6.6)", () => {
    const story = storyWith("2026-11-05T12:00:00Z");
    expect(["preventative-meeting", "police-review"].map((d) => dutyAt(story, d, AT))).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe("persistent missing behaviour", () => {
  const FIVE = [
    "when-to-report",
    "authority-enquiries",
    "police-enquiries",
    "checks-and-interviews",
    "intervention",
  ];
  const strategy = (parts: readonly string[]) =>
    anAction("meeting-held", AT, {
      meeting: "multi-agency",
      outcomes: Object.fromEntries(parts.map((p) => [p, "agreed"])),
    });

  it("DER-10: a second episode, however long after the first, calls for the multi-agency meeting (7.3)", () => {
    expect(dutyAt(storyWith("2022-01-05T12:00:00Z"), "multi-agency-meeting", AT)?.state).toBe("open");
    expect(dutyAt(storyWith(), "multi-agency-meeting", AT)).toBeUndefined();
  });

  it("DER-10: a cancelled episode does not count (7.3)", () => {
    const history = [anEarlierEpisode("2026-10-05T12:00:00Z", { counts: false })];
    expect(dutyAt(storyOf([missing()], history), "multi-agency-meeting", AT)).toBeUndefined();
  });

  it("DER-10, ALL-01: asked for, and the earlier episode cancelled since, it ends saying why (7.3)", () => {
    const history = [anEarlierEpisode("2026-10-05T12:00:00Z", { counts: false })];
    const told = mailsUntil(storyWith("2026-10-05T12:00:00Z"), AT).find((m) => m.rule === "DER-10");
    const rung = {
      kind: "rung",
      type: "rung-fired",
      id: "r1",
      at: told?.at ?? "",
      recordedAt: told?.at ?? "",
      duty: "multi-agency-meeting",
      rung: "told",
      rule: "DER-10",
      to: [],
    } as const;
    expect(
      dutyAt(storyOf([missing(), { ...rung, to: [] }], history), "multi-agency-meeting", AT),
    ).toMatchObject({
      state: "not-required",
      reason: "what called for it no longer holds",
    });
  });

  it.each(FIVE)('DER-10: a strategy without "%s" is refused (7.3)', (part) => {
    expect(refusedBy(storyWith("2026-10-05T12:00:00Z"), strategy(FIVE.filter((p) => p !== part)))).toEqual([
      "DER-10 (7.3)",
    ]);
  });

  it("DER-10: with its five parts it ends the duty (7.3)", () => {
    const story = storyWith("2026-10-05T12:00:00Z");
    expect(refusedBy(story, strategy(FIVE))).toEqual([]);
    expect(
      dutyAt({ ...story, events: [...story.events, strategy(FIVE)] }, "multi-agency-meeting", AT)?.state,
    ).toBe("done");
  });

  it.each([
    ["90 days before by the clock on the wall", "2026-08-17T23:15:00+01:00", 1],
    ["a second earlier than that", "2026-08-17T23:14:59+01:00", 0],
  ])("DER-11: the first of three %s: the force is told of its trigger (6.6)", (_when, first, mails) => {
    const sent = mailsUntil(storyWith(first, "2026-09-20T12:00:00Z"), AT).filter((m) => m.rule === "DER-11");
    expect(sent.map((m) => m.letter.to)).toEqual(
      mails === 1 ? [["missing-team@derbyshire-police.example"]] : [],
    );
  });
});
