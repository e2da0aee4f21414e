import { describe, expect, it } from "vitest";
import { anAction } from "../../builders/events.ts";
import { dutyAt, inShort, limitAt, mailsUntil } from "../../builders/timetable.ts";
import { found, missing, storyOf, update } from "./daniel.ts";

const COORDINATOR = "missing-coordinator@derby.example";
const FORCE = "missing-team@derbyshire-police.example";
const noApparentRisk = storyOf([missing({ risk: "no-apparent-risk" })]);

describe('no child stays at "no apparent risk" for more than 24 hours', () => {
  it.each([
    ["one second before", "2026-11-17T01:04:59Z", 0],
    ["exactly when due", "2026-11-17T01:05:00Z", 1],
  ])("DER-01: %s, 24 hours after the report (F; 4.2)", (_when, until, mails) => {
    const limit = mailsUntil(noApparentRisk, until).filter((m) => m.rule === "DER-01" && m.rung === "limit");
    expect(limit).toHaveLength(mails);
  });

  it("DER-01: coordinator and force are told at the limit, and daily after it (F; 4.2)", () => {
    expect(inShort(mailsUntil(noApparentRisk, "2026-11-18T02:00:00Z"), "DER-01")).toEqual([
      `2026-11-16T23:05:00Z reminder -> ${COORDINATOR}`,
      `2026-11-17T01:05:00Z limit -> ${COORDINATOR}, ${FORCE}`,
      `2026-11-18T01:05:00Z undecided-1 -> runaways-manager@derby.example, ${FORCE}`,
    ]);
  });

  it("DER-01: a report without any category has the same limit (F; 4.2)", () => {
    const { risk: _, ...unclassified } = missing().compact;
    const story = storyOf([{ ...missing(), compact: unclassified }]);
    expect(dutyAt(story, "police-decision", "2026-11-16T03:00:00Z")?.state).toBe("open");
    expect(limitAt(story, "police-decision", "2026-11-16T03:00:00Z")).toBe("2026-11-17T01:05:00Z");
  });

  it("DER-01: the 24 hours are elapsed hours across the October clock change (F; 4.2)", () => {
    const times = {
      missingSince: "2026-10-24T20:00:00+01:00",
      reportedAt: "2026-10-24T21:00:00+01:00",
      received: "2026-10-24T20:30:00Z",
    };
    const story = storyOf([missing({ risk: "no-apparent-risk", ...times })]);
    expect(limitAt(story, "police-decision", "2026-10-24T21:00:00Z")).toBe("2026-10-25T20:00:00Z");
  });

  it("DER-01: without a reported time the start stands in for it, and the mail says so (F; 4.2, ALL-06)", () => {
    const { reportedAt: _, ...unreported } = missing({ risk: "no-apparent-risk" }).compact;
    const story = storyOf([{ ...missing(), compact: unreported }]);
    const mail = mailsUntil(story, "2026-11-16T22:00:00Z").find((m) => m.rule === "DER-01");
    expect(limitAt(story, "police-decision", "2026-11-16T03:00:00Z")).toBe("2026-11-16T23:15:00Z");
    expect(JSON.stringify(mail?.letter.paragraphs)).toContain("counted from: missing since");
  });

  it.each([
    ["an update to high", update("2026-11-16T09:00:00Z", { risk: "high" })],
    [
      "a decision recorded by the coordinator",
      anAction("police-decision", "2026-11-16T09:00:00Z", { decision: "medium" }),
    ],
  ])("DER-01: %s decides it (F; 4.2)", (_what, event) => {
    const story = storyOf([...noApparentRisk.events, event]);
    expect(dutyAt(story, "police-decision", "2026-11-16T08:59:59Z")?.state).toBe("open");
    expect(dutyAt(story, "police-decision", "2026-11-16T09:00:00Z")?.state).toBe("done");
    expect(inShort(mailsUntil(story, "2026-11-20T00:00:00Z"), "DER-01")).toEqual([]);
  });

  it("DER-01: an update after the limit is recorded as late (F; 4.2)", () => {
    const story = storyOf([...noApparentRisk.events, update("2026-11-17T01:05:01Z", { risk: "medium" })]);
    expect(dutyAt(story, "police-decision", "2026-11-17T02:00:00Z")?.state).toBe("late-done");
  });

  describe("a downgrade", () => {
    const lowered = update("2026-11-16T09:00:00Z", { risk: "no-apparent-risk" });
    const story = storyOf([missing({ risk: "high" }), lowered]);

    it.each([
      ["one second before", "2026-11-17T08:59:59Z", 0],
      ["exactly when due", "2026-11-17T09:00:00Z", 1],
    ])(
      "DER-01: to no apparent risk starts the 24 hours from its receipt: %s (4.2)",
      (_when, until, mails) => {
        const limit = mailsUntil(story, until).filter(
          (m) => m.duty === "downgrade-decision" && m.rung === "limit",
        );
        expect(limit).toHaveLength(mails);
      },
    );

    it("DER-01: raised again, or decided, it is over (4.2)", () => {
      const raised = storyOf([...story.events, update("2026-11-16T20:00:00Z", { risk: "medium" })]);
      expect(inShort(mailsUntil(raised, "2026-11-20T00:00:00Z"), "downgrade-decision")).toEqual([]);
      const decided = anAction("police-decision", "2026-11-16T20:00:00Z", { decision: "medium" });
      const after = storyOf([...story.events, decided]);
      expect(dutyAt(after, "downgrade-decision", "2026-11-18T00:00:00Z")?.state).toBe("done");
    });

    it("DER-01: lowered, raised, lowered again: the last time counts (4.2)", () => {
      const again = storyOf([
        ...story.events,
        update("2026-11-16T12:00:00Z", { risk: "high" }),
        update("2026-11-16T18:00:00Z", { risk: "no-apparent-risk" }),
      ]);
      expect(limitAt(again, "downgrade-decision", "2026-11-16T18:00:00Z")).toBe("2026-11-17T18:00:00Z");
    });

    it("DER-01: from high to medium nothing has to be decided (4.2)", () => {
      const medium = storyOf([missing({ risk: "high" }), update("2026-11-16T09:00:00Z", { risk: "medium" })]);
      expect(dutyAt(medium, "downgrade-decision", "2026-11-18T00:00:00Z")).toBeUndefined();
    });

    it("DER-01: a decision from before it is none of it (4.2)", () => {
      const before = anAction("police-decision", "2026-11-16T08:00:00Z", { decision: "high" });
      const after = storyOf([missing({ risk: "no-apparent-risk" }), before, lowered]);
      expect(dutyAt(after, "downgrade-decision", "2026-11-16T09:00:01Z")?.state).toBe("open");
    });
  });

  it("DER-01: found is a decision too (F; 4.2)", () => {
    const back = found({
      returnedAt: "2026-11-16T06:00:00+00:00",
      foundAt: "2026-11-16T06:00:00+00:00",
      received: "2026-11-16T06:30:00Z",
    });
    const story = storyOf([...noApparentRisk.events, back]);
    expect(dutyAt(story, "police-decision", "2026-11-16T06:30:00Z")).toMatchObject({
      state: "not-required",
      reason: "the child was found first",
    });
    expect(inShort(mailsUntil(story, "2026-11-20T00:00:00Z"), "DER-01")).toEqual([]);
  });

  it("DER-01: a report classified medium at once needs no decision (F; 4.2)", () => {
    expect(inShort(mailsUntil(storyOf([missing()]), "2026-11-20T00:00:00Z"), "DER-01")).toEqual([]);
  });
});

describe("disagreement on the category", () => {
  it('DER-24: "low" is kept, counts as medium, and the coordinator is asked to raise it (3.1, 3.2)', () => {
    const low = missing({ risk: "low" });
    const story = storyOf([low, found()]);
    expect(inShort(mailsUntil(story, "2026-11-16T03:00:00Z"), "DER-24")).toEqual([
      `2026-11-16T02:10:00Z told -> ${COORDINATOR}`,
    ]);
    expect(low.compact.risk).toBe("low");
    expect(dutyAt(story, "police-decision", "2026-11-16T02:10:00Z")?.state).toBe("done");
    expect(dutyAt(story, "return-interview", "2026-11-18T08:00:00Z")?.state).toBe("open");
  });

  it("DER-24: no other category is questioned (3.1, 3.2)", () => {
    expect(
      dutyAt(storyOf([missing({ risk: "medium" })]), "low-risk", "2026-11-16T03:00:00Z"),
    ).toBeUndefined();
  });

  it("DER-36: a worker's concern about the response goes up at once (5.4)", () => {
    const concern = anAction("raise-concern", "2026-11-16T10:00:00Z", {
      concern: "nobody has searched the station",
    });
    const story = storyOf([missing(), concern]);
    expect(inShort(mailsUntil(story, "2026-11-17T00:00:00Z"), "DER-36")).toEqual([
      "2026-11-16T10:00:00Z told -> head-of-service@derby.example",
    ]);
    expect(dutyAt(story, "worker-concern", "2026-11-16T09:59:59Z")).toBeUndefined();
  });

  it("DER-36: a disagreement on the category goes to the force as a matter of urgency (3.2)", () => {
    const concern = anAction("raise-concern", "2026-11-16T10:00:00Z", {
      concern: "should be high",
      aboutCategory: true,
    });
    const mails = mailsUntil(storyOf([missing(), concern]), "2026-11-17T00:00:00Z");
    expect(inShort(mails, "category-concern")).toEqual([
      `2026-11-16T10:00:00Z told -> ${FORCE}, ${COORDINATOR}`,
    ]);
  });
});
