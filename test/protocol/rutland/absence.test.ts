import { describe, expect, it } from "vitest";
import { anEarlierEpisode } from "../../builders/context.ts";
import { anAction, plusSeconds } from "../../builders/events.ts";
import { dutyAt, inShort, limitAt, mailsUntil, refusedBy } from "../../builders/timetable.ts";
import { absent, found, held, missing, storyOf } from "./mina.ts";

const LATER = "2026-12-20T00:00:00Z";
const DUTY = "childrens-duty@rutland.example";
const MANAGER = "team-manager@rutland.example";
const earlier = (day: string, absence = true) => anEarlierEpisode(`2026-10-${day}T09:00:00Z`, { absence });
const care = { careStatus: "looked-after" } as const;
/** Back after 23 hours. */
const back = found({ returnedAt: "2026-11-03T08:00:00+00:00" });

describe("absent from school", () => {
  it("RUT-08: a meeting with the parents or carers is due on an absence, without a limit (step 6)", () => {
    const story = storyOf([absent()]);
    expect(inShort(mailsUntil(story, LATER), "absence-meeting")).toEqual([
      `2026-11-02T10:00:00Z told -> ${DUTY}, school-inclusion@rutland.example`,
    ]);
    expect(dutyAt(story, "absence-meeting", LATER)?.dueAt).toBeUndefined();
    const met = anAction("meeting-held", "2026-11-05T15:00:00Z", { meeting: "parents" });
    expect(dutyAt(storyOf([absent(), met]), "absence-meeting", met.at)?.state).toBe("done");
  });

  it.each([
    ["not in school", { circumstances: "Not in school since nine." }, "open"],
    ["from a college", { child: { missingFromAddress: "Harrow College, Oakham" } }, "open"],
    ["nobody says from where", {}, "open"],
    ["from the placement", { circumstances: "Late back from a friend's." }, undefined],
  ])("RUT-08: %s: the school meeting is for absence from school (step 6)", (_where, facts, state) => {
    expect(dutyAt(storyOf([absent(facts)]), "absence-meeting", LATER)?.state).toBe(state);
  });

  it("RUT-08: an interview may be offered: a person considers it, none is due (step 6)", () => {
    const story = storyOf([absent(), back]);
    expect(dutyAt(story, "return-interview", LATER)).toBeUndefined();
    expect(dutyAt(story, "absence-considered", LATER)?.state).toBe("open");
    const no = anAction("duty-done", LATER, {
      duty: "absence-considered",
      outcome: "none",
      reason: "dentist",
    });
    expect(dutyAt(storyOf([...story.events, no]), "absence-considered", LATER)).toMatchObject({
      state: "not-required",
      reason: "dentist",
    });
  });

  it.each([
    ["two", [earlier("29")], 0],
    ["three", [earlier("28"), earlier("29")], 1],
    ["four", [earlier("27"), earlier("28"), earlier("29")], 1],
    ["three with a missing episode between", [earlier("27"), earlier("28"), earlier("29", false)], 0],
  ])("RUT-08: %s consecutive absences (step 6)", (_count, history, mails) => {
    const told = inShort(mailsUntil(storyOf([absent()], history), LATER), "third-absence");
    expect(told).toEqual(mails ? [`2026-11-02T10:00:00Z told -> ${DUTY}, ${MANAGER}`] : []);
  });

  it("RUT-08: an absence that becomes known late makes the third then (step 6)", () => {
    const late = anEarlierEpisode("2026-10-29T09:00:00Z", { absence: true, knownAt: "2026-11-04T12:00:00Z" });
    expect(inShort(mailsUntil(storyOf([absent()], [earlier("28"), late]), LATER), "third-absence")).toEqual([
      `2026-11-04T12:00:00Z told -> ${DUTY}, ${MANAGER}`,
    ]);
  });

  it("RUT-08: offered and accepted, the interview is due (step 6, 7)", () => {
    const offered = anAction("offer-interview", "2026-11-03T12:00:00Z", { accepted: true });
    const story = storyOf([absent(), back, offered]);
    expect(limitAt(story, "requested-interview", LATER)).toBe("2026-11-06T12:00:00Z");
    expect(dutyAt(story, "absence-considered", LATER)?.state).toBe("done");
  });

  it("RUT-08: missing after all, the ordinary interview is due and no other (step 6)", () => {
    const story = storyOf([absent(), missing({ received: "2026-11-02T20:00:00Z" }), back]);
    expect(dutyAt(story, "return-interview", LATER)?.state).toBe("open");
    expect(dutyAt(story, "absence-considered", LATER)).toBeUndefined();
  });
});

describe("short episodes of a looked-after child or care leaver", () => {
  it.each([
    ["one second under 24 hours", "2026-11-03T08:59:59+00:00", "open"],
    ["exactly 24 hours", "2026-11-03T09:00:00+00:00", undefined],
    ["a second over", "2026-11-03T09:00:01+00:00", undefined],
  ])("RUT-09: away %s (step 6)", (_how, returnedAt, state) => {
    const story = storyOf([absent(care), found({ returnedAt })]);
    expect(dutyAt(story, "short-episode", LATER)?.state).toBe(state);
  });

  it.each([
    [
      "over 24 hours, 25 by the clock in March",
      "2027-03-27T12:00:00Z",
      "2027-03-28T13:00:00+01:00",
      undefined,
    ],
    ["23.5 hours, 24.5 by the clock in March", "2027-03-27T12:00:00Z", "2027-03-28T12:30:00+01:00", "open"],
    ["24.5 hours, 23.5 by the clock in October", "2026-10-24T12:00:00Z", "2026-10-25T12:30:00Z", undefined],
  ])("RUT-09: elapsed hours decide: %s (step 6)", (_how, gone, returnedAt, state) => {
    const missingSince = gone.replace("Z", "+00:00");
    const story = storyOf([
      absent({ ...care, missingSince, at: gone, sent: gone }),
      found({ returnedAt: returnedAt.replace("Z", "+00:00") }),
    ]);
    expect(dutyAt(story, "short-episode", "2027-04-20T00:00:00Z")?.state).toBe(state);
  });

  it.each([
    ["a care leaver", "care-leaver", 1],
    ["a looked-after child", "looked-after", 1],
    ["another child", "not-looked-after", 0],
  ] as const)("RUT-09: %s: the manager may request an interview (step 6)", (_who, careStatus, mails) => {
    const told = inShort(mailsUntil(storyOf([absent({ careStatus }), back]), LATER), "RUT-09");
    expect(told).toEqual(mails ? [`2026-11-03T08:30:00Z told -> ${MANAGER}`] : []);
  });

  it("RUT-09: requested, the Youth Service holds it, by the referral's clock (step 6, 7)", () => {
    const wanted = anAction("interview-requested", "2026-11-03T11:00:00Z", { reason: "placement may break" });
    const story = storyOf([absent(care), back, wanted]);
    expect(dutyAt(story, "short-episode", LATER)?.state).toBe("done");
    expect(dutyAt(story, "requested-interview", LATER)).toMatchObject({
      state: "open",
      dueAt: Date.parse("2026-11-06T11:00:00Z"),
    });
    expect(dutyAt(storyOf([absent(care), back]), "requested-interview", LATER)).toBeUndefined();
  });

  it.each([
    ["one second before", "2026-11-06T10:59:59Z", "done"],
    ["exactly when due", "2026-11-06T11:00:00Z", "done"],
    ["a second after", "2026-11-06T11:00:01Z", "late-done"],
  ])(
    "RUT-09, RUT-06: requested, it is referred, and held %s 72 hours from the request (step 6, 7)",
    (_w, at, state) => {
      const wanted = anAction("interview-requested", "2026-11-03T11:00:00Z", { reason: "x" });
      const story = storyOf([absent(care), back, wanted]);
      expect(inShort(mailsUntil(story, LATER), "referral")).toEqual([`2026-11-03T11:00:00Z told -> ${DUTY}`]);
      const youth = storyOf([...story.events, anAction("referral-made", "2026-11-03T12:00:00Z")]);
      const limit = (of: typeof story) =>
        inShort(mailsUntil(of, "2026-11-06T11:00:00Z"), "requested-interview").at(-1);
      expect(limit(story)).toBe(
        `2026-11-06T11:00:00Z limit -> ${DUTY}, return-interviews-manager@rutland.example`,
      );
      expect(limit(youth)).toContain("-> jules@rutland.gov.uk");
      expect(dutyAt(storyOf([...youth.events, held(at)]), "requested-interview", LATER)?.state).toBe(state);
    },
  );

  it("RUT-06: offered and accepted after an absence, it is referred too; only offered, it is not (step 6, 7)", () => {
    const offered = (accepted?: boolean) =>
      storyOf([
        absent(),
        back,
        anAction("offer-interview", "2026-11-03T12:00:00Z", accepted === undefined ? {} : { accepted }),
      ]);
    expect(dutyAt(offered(true), "referral", LATER)?.state).toBe("open");
    expect([offered(), offered(false)].map((one) => dutyAt(one, "referral", LATER))).toEqual([
      undefined,
      undefined,
    ]);
  });

  it("RUT-09: only a manager requests it (step 6)", () => {
    const wanted = (by: string) => anAction("interview-requested", LATER, { reason: "x" }, by);
    expect(refusedBy(storyOf([absent(care), back]), wanted("worker"))).toEqual(["RUT-09 (step 6)"]);
    expect(refusedBy(storyOf([absent(care), back]), wanted("manager:tom@rutland.example"))).toEqual([]);
  });

  it("RUT-09: a child placed by another authority is not looked after by this one (step 6)", () => {
    const theirs = { ...care, placingAuthority: "Leicester City Council" };
    const story = storyOf([absent(theirs), back], [earlier("20")]);
    expect(["short-episode", "repeat-absences"].map((duty) => dutyAt(story, duty, LATER))).toEqual([
      undefined,
      undefined,
    ]);
  });

  it("RUT-05: of a long absence the Director is not briefed; missing after all, from three days on (step 5)", () => {
    const at = "2026-11-05T09:00:00Z";
    expect(dutyAt(storyOf([absent()]), "director-briefed", LATER)).toBeUndefined();
    const gone = storyOf([absent(), missing({ missingSince: "2026-11-02T09:00:00+00:00" })]);
    expect(dutyAt(gone, "director-briefed", plusSeconds(at, -1))).toBeUndefined();
    expect(dutyAt(gone, "director-briefed", at)?.state).toBe("open");
  });

  it("RUT-12: all reports are recorded on the case system and the tracker, with an interview or without (step 10)", () => {
    for (const report of [absent(), missing()]) {
      expect(dutyAt(storyOf([report]), "report-recorded", LATER)?.state).toBe("open");
      const done = anAction("duty-done", LATER, { duty: "report-recorded", outcome: "5 November" });
      expect(dutyAt(storyOf([report, done]), "report-recorded", LATER)?.state).toBe("done");
    }
  });

  it("RUT-09: repeat short absences are put to the manager (step 6)", () => {
    const again = storyOf([absent(care), back], [earlier("20")]);
    expect(inShort(mailsUntil(again, LATER), "repeat-absences")).toEqual([
      `2026-11-03T08:30:00Z told -> ${MANAGER}`,
    ]);
    expect(dutyAt(storyOf([absent(care), back]), "repeat-absences", LATER)).toBeUndefined();
    expect(
      dutyAt(storyOf([absent(care), back], [earlier("20", false)]), "repeat-absences", LATER),
    ).toBeUndefined();
  });

  it("RUT-09, RUT-07: it never removes the interview of a missing episode, however short (step 6 note)", () => {
    const no = anAction("duty-done", "2026-11-03T11:00:00Z", {
      duty: "short-episode",
      outcome: "none requested",
      reason: "no concern",
    });
    const story = storyOf([missing(care), back, no]);
    expect(dutyAt(story, "short-episode", LATER)?.state).toBe("not-required");
    expect(dutyAt(story, "return-interview", LATER)?.state).toBe("open");
  });
});
