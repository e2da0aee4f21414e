import { describe, expect, it } from "vitest";
import { anEarlierEpisode } from "../../builders/context.ts";
import { anAction, foundCompact, missingCompact } from "../../builders/events.ts";
import { leicestershire as profile } from "../../builders/profiles.ts";
import { dutyAt, inShort, mailsUntil } from "../../builders/timetable.ts";

const stillMissing = { profile, events: [missingCompact()] };
const twice = (first: string, second: string) => [anEarlierEpisode(first), anEarlierEpisode(second)];

describe("strategy discussion, missing longer than 72 hours", () => {
  it.each([
    ["one second before 72 hours", "2026-11-17T21:29:59Z", undefined],
    ["at exactly 72 hours", "2026-11-17T21:30:00Z", "open"],
    ["a second after", "2026-11-17T21:30:01Z", "open"],
  ])("LEI-03: while the child is missing, %s (clause 3)", (_when, now, state) => {
    expect(dutyAt(stillMissing, "strategy-discussion", now)?.state).toBe(state);
  });

  it("LEI-03: the mail goes at missing + 72 h and no limit is invented (clause 3)", () => {
    expect(inShort(mailsUntil(stillMissing, "2026-11-17T21:30:00Z"), "LEI-03")).toEqual([
      "2026-11-17T21:30:00Z told -> ce-team@leicestershire.example, first-response@leicestershire.example",
    ]);
    expect(dutyAt(stillMissing, "strategy-discussion", "2026-11-17T21:30:00Z")?.dueAt).toBeUndefined();
  });

  it.each([
    ["72 hours to the second", "2026-11-17T21:30:00+00:00", undefined],
    ["a second longer", "2026-11-17T21:30:01+00:00", "open"],
  ])("LEI-03: a child back after %s (clause 3)", (_how, returnedAt, state) => {
    const story = { profile, events: [missingCompact(), foundCompact({ returnedAt })] };
    expect(dutyAt(story, "strategy-discussion", "2026-11-18T09:00:00Z")?.state).toBe(state);
  });

  it("LEI-03: 72 hours are elapsed hours across the October clock change (clause 3)", () => {
    const events = [missingCompact({ missingSince: "2026-10-23T21:30:00+01:00" })];
    const mails = mailsUntil({ profile, events }, "2026-10-27T00:00:00Z");
    expect(inShort(mails, "LEI-03").map((m) => m.slice(0, 20))).toEqual(["2026-10-26T20:30:00Z"]);
  });

  it("LEI-03: 72 hours are elapsed hours across the March clock change (clause 3)", () => {
    const events = [missingCompact({ missingSince: "2027-03-26T21:30:00+00:00" })];
    const mails = mailsUntil({ profile, events }, "2027-03-30T00:00:00Z");
    expect(inShort(mails, "LEI-03").map((m) => m.slice(0, 20))).toEqual(["2027-03-29T21:30:00Z"]);
  });
});

describe("strategy discussion, three episodes in 90 days", () => {
  it.each([
    ["the first exactly 90 days before", "2026-08-16T22:30:00+01:00", "open"],
    ["the first a second earlier than that", "2026-08-16T21:29:59+01:00", undefined],
  ])("LEI-03: %s (clause 3)", (_how, first, state) => {
    const story = { ...stillMissing, history: twice(first, "2026-10-01T12:00:00Z") };
    expect(dutyAt(story, "strategy-discussion", "2026-11-14T23:00:00Z")?.state).toBe(state);
  });

  it("LEI-03: the third episode calls for it the moment its compact comes (clause 3)", () => {
    const story = { ...stillMissing, history: twice("2026-09-20T12:00:00Z", "2026-10-01T12:00:00Z") };
    expect(inShort(mailsUntil(story, "2026-11-15T00:00:00Z"), "LEI-03").map((m) => m.slice(0, 25))).toEqual([
      "2026-11-14T23:00:00Z told",
    ]);
  });

  it("LEI-03: a fourth episode starts a discussion of its own, at its own notification (clause 3)", () => {
    const history = ["2026-09-20T12:00:00Z", "2026-10-01T12:00:00Z", "2026-10-20T12:00:00Z"];
    const story = { ...stillMissing, history: history.map((at) => anEarlierEpisode(at)) };
    expect(dutyAt(story, "strategy-discussion", "2026-11-15T00:00:00Z")).toMatchObject({
      state: "open",
      createdAt: Date.parse("2026-11-14T23:00:00Z"),
    });
  });

  it("LEI-03: two episodes do not, nor do cancelled ones count (clause 3)", () => {
    const history = [
      anEarlierEpisode("2026-09-20T12:00:00Z"),
      anEarlierEpisode("2026-10-01T12:00:00Z", { counts: false }),
    ];
    expect(
      dutyAt({ ...stillMissing, history }, "strategy-discussion", "2026-11-15T09:00:00Z"),
    ).toBeUndefined();
  });

  it("LEI-03: an earlier episode whose compact comes late calls for it when it is known (clause 3)", () => {
    const history = [
      anEarlierEpisode("2026-09-20T12:00:00Z"),
      anEarlierEpisode("2026-10-01T12:00:00Z", { knownAt: "2026-11-16T10:00:00Z" }),
    ];
    const story = { profile, events: [missingCompact(), foundCompact()], history };
    expect(dutyAt(story, "strategy-discussion", "2026-11-16T09:59:59Z")).toBeUndefined();
    expect(inShort(mailsUntil(story, "2026-11-16T12:00:00Z"), "LEI-03").map((m) => m.slice(0, 20))).toEqual([
      "2026-11-16T10:00:00Z",
    ]);
  });

  it("LEI-03: episodes that started after this one do not count for it (clause 3)", () => {
    const history = twice("2026-11-20T12:00:00Z", "2026-11-25T12:00:00Z");
    expect(
      dutyAt(
        { ...stillMissing, events: [missingCompact(), foundCompact()], history },
        "strategy-discussion",
        "2026-11-30T09:00:00Z",
      ),
    ).toBeUndefined();
  });
});

describe("who holds it, and what follows when nobody does", () => {
  const allocated = (lineManagerRegistered: boolean) =>
    anAction("allocate", "2026-11-16T09:00:00Z", {
      worker: "asha@leicestershire.example",
      lineManager: "mo@leicestershire.example",
      lineManagerRegistered,
    });

  it.each([
    ["a registered social worker: that manager", true, "mo@leicestershire.example"],
    [
      "not: the CE Team or First Response",
      false,
      "ce-team@leicestershire.example, first-response@leicestershire.example",
    ],
  ])("LEI-03: the worker's line manager is %s (clause 3)", (_who, registered, to) => {
    const story = { profile, events: [missingCompact(), allocated(registered)] };
    expect(inShort(mailsUntil(story, "2026-11-17T22:00:00Z"), "LEI-03")).toEqual([
      `2026-11-17T21:30:00Z told -> ${to}`,
    ]);
  });

  it("LEI-03: the allocation that counts is the last one (clause 3)", () => {
    const again = anAction("allocate", "2026-11-17T09:00:00Z", { worker: "ben@leicestershire.example" });
    const story = { profile, events: [missingCompact(), allocated(true), again] };
    expect(inShort(mailsUntil(story, "2026-11-17T22:00:00Z"), "LEI-03")).toEqual([
      "2026-11-17T21:30:00Z told -> ce-team@leicestershire.example, first-response@leicestershire.example",
    ]);
  });

  it("LEI-16: clause 15 asks for the alert, the day after is ours: the mail says both (clause 15)", () => {
    const mail = mailsUntil(stillMissing, "2026-11-18T21:30:00Z").find((m) => m.rung === "not-held-1");
    const lines = mail?.letter.paragraphs.flatMap((p) => p.lines).join("\n");
    expect(mail?.letter.subject).toContain("LEI-16, clause 15");
    expect(lines).toContain(
      "When this mail goes is local practice: the protocol asks for it and sets no time.",
    );
    expect(lines).toContain("of anomalies you are alerted (15).");
  });

  it("LEI-16: a required discussion that is not held goes to the Service Manager, and stands in their list until it is (clause 15)", () => {
    const held = anAction("strategy-discussion-held", "2026-11-20T10:00:00Z", { chair: "Mo" });
    const story = { profile, events: [missingCompact(), held] };
    expect(inShort(mailsUntil(story, "2026-11-30T00:00:00Z"), "LEI-16")).toEqual([
      "2026-11-18T21:30:00Z not-held-1 -> ce-service-manager@leicestershire.example",
    ]);
    expect(dutyAt(story, "strategy-discussion", "2026-11-20T10:00:00Z")?.state).toBe("done");
  });
});
