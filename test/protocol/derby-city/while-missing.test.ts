import { describe, expect, it } from "vitest";
import type { EpisodeEvent } from "../../../functions/domain/episode/events.ts";
import { anAction } from "../../builders/events.ts";
import { dutyAt, inShort, limitAt, mailsUntil, refusedBy } from "../../builders/timetable.ts";
import { allocate, found, missing, storyOf } from "./daniel.ts";

const outcomes = Object.fromEntries(
  ["action-so-far", "intelligence", "risk", "section-47", "where-when-located", "next-actions"].map((k) => [
    k,
    "recorded",
  ]),
);
const meeting = (at: string, recorded: Record<string, string> = outcomes) =>
  anAction("meeting-held", at, { meeting: "emergency-professionals", outcomes: recorded });
const review = (at: string) => anAction("review-held", at, { outcomes });
const missingFor = (...more: EpisodeEvent[]) => storyOf([missing(), allocate(), ...more]);

describe("the safeguarding threshold", () => {
  it("DER-03: prompted at missing + 1 d, from then on listed daily, overdue at missing + 5 d, then the Head of Service (F)", () => {
    expect(inShort(mailsUntil(missingFor(), "2026-11-21T23:15:00Z"), "DER-03")).toEqual([
      "2026-11-16T23:15:00Z prompt-1 -> grace@derby.example",
      "2026-11-20T23:15:00Z limit -> grace@derby.example, omar@derby.example",
      "2026-11-21T08:30:00Z escalate-1 -> head-of-service@derby.example",
    ]);
  });

  it("DER-03: not for an absence with whereabouts known (F; 4.1.4)", () => {
    const { kind: _, ...facts } = missing().compact;
    const absent = { ...missing(), type: "absent" as const, compact: { ...facts, kind: "absent" as const } };
    expect(inShort(mailsUntil(storyOf([absent]), "2026-11-25T00:00:00Z"), "DER-03")).toEqual([]);
  });

  it("DER-03: one second before missing + 1 d nothing is prompted (F)", () => {
    expect(inShort(mailsUntil(missingFor(), "2026-11-16T23:14:59Z"), "DER-03")).toEqual([]);
  });

  it("DER-03: a consideration ends it, with its outcome (F)", () => {
    const considered = anAction("threshold-considered", "2026-11-17T10:00:00Z", {
      outcome: "met",
      reason: "county lines",
    });
    expect(dutyAt(missingFor(considered), "threshold", considered.at)?.state).toBe("done");
    expect(inShort(mailsUntil(missingFor(considered), "2026-11-25T00:00:00Z"), "DER-03")).toHaveLength(1);
  });

  it("DER-03: found first, it ends saying so (F, ALL-01)", () => {
    expect(dutyAt(missingFor(found()), "threshold", "2026-11-18T07:40:00Z")).toMatchObject({
      state: "not-required",
      reason: "the child was found first",
    });
  });
});

describe("meetings while missing", () => {
  it.each([
    ["one second before", "2026-11-18T23:14:59Z", []],
    [
      "exactly",
      "2026-11-18T23:15:00Z",
      ["2026-11-18T23:15:00Z limit -> omar@derby.example, grace@derby.example"],
    ],
  ])("DER-04: %s missing + 3 d, the emergency professionals' meeting (5.4)", (_when, until, expected) => {
    const mails = mailsUntil(missingFor(), until).filter((m) => m.rung === "limit");
    expect(inShort(mails, "DER-04")).toEqual(expected);
  });

  it("DER-04: the manager is reminded a day before, and the Head of Service hears in the morning after (5.4)", () => {
    expect(inShort(mailsUntil(missingFor(), "2026-11-19T23:15:00Z"), "emergency-meeting")).toEqual([
      "2026-11-17T23:15:00Z reminder -> omar@derby.example",
      "2026-11-18T23:15:00Z limit -> omar@derby.example, grace@derby.example",
      "2026-11-19T08:30:00Z escalate-1 -> head-of-service@derby.example",
    ]);
  });

  it("DER-04: three days keep the wall time across the October clock change (5.4)", () => {
    const times = {
      missingSince: "2026-10-23T21:30:00+01:00",
      reportedAt: "2026-10-23T22:00:00+01:00",
      received: "2026-10-23T22:00:00Z",
    };
    expect(limitAt(storyOf([missing(times)]), "emergency-meeting", "2026-10-24T00:00:00Z")).toBe(
      "2026-10-26T21:30:00Z",
    );
  });

  it("DER-04: three days keep the wall time across the March clock change (5.4)", () => {
    const times = {
      missingSince: "2027-03-26T21:30:00+00:00",
      reportedAt: "2027-03-26T22:00:00+00:00",
      received: "2027-03-26T23:00:00Z",
    };
    expect(limitAt(storyOf([missing(times)]), "emergency-meeting", "2027-03-27T00:00:00Z")).toBe(
      "2027-03-29T20:30:00Z",
    );
  });

  it("DER-04: a review by five days after each meeting, again and again (5.4)", () => {
    const story = missingFor(
      meeting("2026-11-18T20:00:00Z"),
      review("2026-11-22T15:00:00Z"),
      review("2026-11-27T15:00:00Z"),
    );
    expect(limitAt(story, "review-1", "2026-11-19T00:00:00Z")).toBe("2026-11-23T20:00:00Z");
    expect(limitAt(story, "review-2", "2026-11-23T00:00:00Z")).toBe("2026-11-27T15:00:00Z");
    expect(limitAt(story, "review-3", "2026-11-28T00:00:00Z")).toBe("2026-12-02T15:00:00Z");
    expect(
      ["review-1", "review-2", "review-3"].map((key) => dutyAt(story, key, "2026-11-28T00:00:00Z")?.state),
    ).toEqual(["done", "done", "open"]);
  });

  it("DER-04: a review that is not held is due, and escalated in the morning after (5.4)", () => {
    const mails = mailsUntil(missingFor(meeting("2026-11-18T20:00:00Z")), "2026-11-24T20:00:00Z");
    expect(inShort(mails, "review-1")).toEqual([
      "2026-11-23T20:00:00Z limit -> omar@derby.example, grace@derby.example",
      "2026-11-24T08:30:00Z escalate-1 -> head-of-service@derby.example",
    ]);
  });

  it.each(Object.keys(outcomes))(
    'DER-04: a meeting or review without its outcome "%s" is refused, nothing changed (5.4)',
    (key) => {
      const { [key]: _, ...others } = outcomes;
      expect(refusedBy(missingFor(), meeting("2026-11-18T20:00:00Z", others))).toEqual(["DER-04 (5.4)"]);
      expect(
        refusedBy(missingFor(), { ...review("2026-11-18T20:00:00Z"), data: { outcomes: others } }),
      ).toEqual(["DER-04 (5.4)"]);
      expect(dutyAt(missingFor(), "emergency-meeting", "2026-11-18T20:00:00Z")?.state).toBe("open");
    },
  );

  it("DER-04: with all six it is recorded; other meetings need none of them (5.4)", () => {
    expect(refusedBy(missingFor(), meeting("2026-11-18T20:00:00Z"))).toEqual([]);
    expect(
      refusedBy(missingFor(), anAction("meeting-held", "2026-11-18T20:00:00Z", { meeting: "strategy" })),
    ).toEqual([]);
  });

  it("DER-04: found first, no further review is due (5.4)", () => {
    const story = missingFor(meeting("2026-11-17T20:00:00Z"), found());
    expect(dutyAt(story, "review-1", "2026-11-18T08:00:00Z")).toMatchObject({
      state: "not-required",
      reason: "the child was found first",
    });
  });
});

describe("a child on a plan, a child in care", () => {
  it("DER-16: the Child Protection Manager is told of a child on a plan, and of nobody else (5.4)", () => {
    const story = storyOf([missing({ childProtectionPlan: true })]);
    expect(inShort(mailsUntil(story, "2026-11-17T00:00:00Z"), "DER-16")).toEqual([
      "2026-11-16T02:10:00Z told -> child-protection-manager@derby.example",
    ]);
    expect(inShort(mailsUntil(storyOf([missing()]), "2027-01-17T00:00:00Z"), "DER-16")).toEqual([]);
  });

  it.each([
    ["an ordinary month", "2026-11-02T10:00:00+00:00", "2026-11-30T17:00:00Z"],
    ["Christmas 2026", "2026-12-14T10:00:00+00:00", "2027-01-14T17:00:00Z"],
    ["Easter 2027", "2027-03-15T10:00:00+00:00", "2027-04-14T16:00:00Z"],
    ["leap day 2028", "2028-02-14T10:00:00+00:00", "2028-03-13T17:00:00Z"],
  ])(
    "DER-16: 20 working days over %s, then the review conference comes forward (5.4)",
    (_over, missingSince, due) => {
      const received = `${missingSince.slice(0, 11)}11:00:00Z`;
      const story = storyOf([
        missing({ childProtectionPlan: true, missingSince, reportedAt: missingSince, received }),
      ]);
      expect(limitAt(story, "conference-forward", received)).toBe(due);
      const limit = mailsUntil(story, due).filter(
        (m) => m.duty === "conference-forward" && m.rung === "limit",
      );
      expect(limit.map((m) => m.at)).toEqual([due]);
    },
  );

  it("DER-16: the reminder comes five working days before (5.4)", () => {
    const missingSince = "2026-12-14T10:00:00+00:00";
    const story = storyOf([
      missing({
        childProtectionPlan: true,
        missingSince,
        reportedAt: missingSince,
        received: "2026-12-14T11:00:00Z",
      }),
    ]);
    const mails = mailsUntil(story, "2027-01-14T16:59:59Z").filter((m) => m.duty === "conference-forward");
    expect(mails.map((m) => `${m.at} ${m.rung}`)).toEqual(["2027-01-07T17:00:00Z reminder"]);
  });

  it("DER-27: a child in care missing: senior managers alerted, legal advice asked for (5.4)", () => {
    const mails = mailsUntil(
      storyOf([missing({ careStatus: "looked-after" }), allocate()]),
      "2026-11-17T00:00:00Z",
    );
    expect(inShort(mails, "DER-27")).toEqual([
      "2026-11-16T02:10:00Z told -> head-of-service@derby.example",
      "2026-11-16T02:10:00Z told -> missing-coordinator@derby.example",
    ]);
    expect(
      inShort(
        mailsUntil(storyOf([missing({ careStatus: "not-looked-after" })]), "2026-11-17T00:00:00Z"),
        "DER-27",
      ),
    ).toEqual([]);
  });
});
