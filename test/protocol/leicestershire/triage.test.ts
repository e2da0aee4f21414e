import { describe, expect, it } from "vitest";
import { anAction, foundCompact, missingCompact } from "../../builders/events.ts";
import { leicestershire as profile } from "../../builders/profiles.ts";
import { dutyAt, inShort, mailsUntil, refusedBy } from "../../builders/timetable.ts";

const allocate = (at: string, worker = "asha@leicestershire.example") => anAction("allocate", at, { worker });

describe("triage and allocation", () => {
  it("LEI-01: the missing compact asks the CE Team at once for triage and allocation (clause 1)", () => {
    const story = { profile, events: [missingCompact()] };
    expect(inShort(mailsUntil(story, "2026-11-14T23:00:00Z"), "LEI-01")).toEqual([
      "2026-11-14T23:00:00Z told -> ce-team@leicestershire.example",
    ]);
    expect(dutyAt(story, "triage", "2026-11-14T23:00:00Z")).toMatchObject({ state: "open" });
  });

  it("LEI-01: the source sets no limit, so none is shown and nobody is chased (clause 1)", () => {
    const story = { profile, events: [missingCompact()] };
    expect(dutyAt(story, "triage", "2026-11-24T23:00:00Z")?.dueAt).toBeUndefined();
    expect(inShort(mailsUntil(story, "2026-12-14T23:00:00Z"), "LEI-01")).toHaveLength(1);
  });

  it("LEI-01: allocating ends the triage, also when the child is back by then (clause 1)", () => {
    const events = [missingCompact(), foundCompact(), allocate("2026-11-15T09:00:00Z")];
    const story = { profile, events };
    expect(dutyAt(story, "triage", "2026-11-15T08:59:59Z")?.state).toBe("open");
    expect(dutyAt(story, "triage", "2026-11-15T09:00:00Z")?.state).toBe("done");
  });

  it("LEI-01: an episode created in error ends the triage with that reason (clause 1, ALL-05)", () => {
    const events = [
      missingCompact(),
      anAction("cancel", "2026-11-14T23:30:00Z", { reason: "created-in-error" }),
    ];
    expect(dutyAt({ profile, events }, "triage", "2026-11-14T23:30:00Z")).toMatchObject({
      state: "not-required",
      reason: "created in error",
    });
  });

  it.each([
    "asha@leicestershire.example.evil.example",
    "asha@mail.leicestershire.example",
    "asha@other.example",
  ])("LEI-01: allocating to %s, which is no staff address, is refused (clause 1)", (worker) => {
    const story = { profile, events: [missingCompact()] };
    const manager = anAction("allocate", "2026-11-15T09:00:00Z", {
      worker: "asha@leicestershire.example",
      lineManager: worker,
    });
    expect(refusedBy(story, allocate("2026-11-15T09:00:00Z", worker))).toEqual(["LEI-01 (1)"]);
    expect(refusedBy(story, manager)).toEqual(["LEI-01 (1)"]);
    expect(refusedBy(story, allocate("2026-11-15T09:00:00Z", "Asha@Leicestershire.example"))).toEqual([]);
  });

  it("LEI-01: a found compact that comes alone opens the episode all the same, and the force is asked for the missing one (clause 1)", () => {
    const story = { profile, events: [foundCompact()] };
    expect(inShort(mailsUntil(story, "2026-11-15T08:30:00Z"), "triage")).toHaveLength(1);
    expect(inShort(mailsUntil(story, "2026-11-20T00:00:00Z"), "missing-report")).toEqual([
      "2026-11-15T09:30:00Z ask -> missing-team@leicestershire-police.example",
    ]);
  });

  it("LEI-01: it is not asked for where the missing compact is there, or comes within the hour (clause 1)", () => {
    for (const received of ["2026-11-14T23:00:00Z", "2026-11-15T09:29:59Z"]) {
      const story = { profile, events: [missingCompact({ received }), foundCompact()] };
      expect(inShort(mailsUntil(story, "2026-11-20T00:00:00Z"), "missing-report")).toEqual([]);
      expect(dutyAt(story, "missing-report", "2026-11-15T09:30:00Z")?.state).toBe("done");
    }
  });

  it("LEI-02: the worker is told of the allocation, and not before (clause 2)", () => {
    const story = { profile, events: [missingCompact(), allocate("2026-11-15T09:00:00Z")] };
    expect(inShort(mailsUntil(story, "2026-11-15T08:59:59Z"), "LEI-02")).toEqual([]);
    expect(inShort(mailsUntil(story, "2026-11-20T09:00:00Z"), "LEI-02")).toEqual([
      "2026-11-15T09:00:00Z told -> asha@leicestershire.example",
    ]);
  });

  it("LEI-02: a worker who takes over is told too (clause 2)", () => {
    const events = [
      missingCompact(),
      allocate("2026-11-15T09:00:00Z"),
      allocate("2026-11-16T09:00:00Z", "ben@leicestershire.example"),
    ];
    expect(inShort(mailsUntil({ profile, events }, "2026-11-20T09:00:00Z"), "LEI-02")).toEqual([
      "2026-11-15T09:00:00Z told -> asha@leicestershire.example",
      "2026-11-16T09:00:00Z told~2 -> ben@leicestershire.example",
    ]);
  });
});
