import { describe, expect, it } from "vitest";
import { anAction } from "../../builders/events.ts";
import { dutyAt, inShort, limitAt, mailsUntil, refusedBy } from "../../builders/timetable.ts";
import { absent, allocate, done, found, missing, type Options, storyOf, update } from "./rosie.ts";

const KNOWN = "2026-11-16T18:30:00Z";
const LATER = "2027-02-20T00:00:00Z";
const ADMIN = "missing-admin@derbyshire.example";
const FORCE = "missing-team@derbyshire-police.example";
const HEAD = "head-of-child-protection@derbyshire.example";
const STARTING_POINT = "starting-point@derbyshire.example";
const CALL_DERBYSHIRE = "call-derbyshire@derbyshire.example";
const nar = (options: Options = {}) => missing({ risk: "no-apparent-risk", ...options });
const six = {
  "action-so-far": "a",
  intelligence: "b",
  risk: "c",
  "section-47": "d",
  "where-when-located": "e",
  "next-actions": "f",
};
const meeting = (at: string, outcomes: Record<string, string> = six) =>
  anAction("meeting-held", at, { meeting: "emergency-professionals", outcomes });
const review = (at: string) => anAction("review-held", at, { outcomes: six });

describe('no child stays at "no apparent risk" for more than 24 hours', () => {
  it.each([
    ["one second before", "2026-11-17T17:59:59Z", 0],
    ["exactly", "2026-11-17T18:00:00Z", 1],
  ])("DBS-01: %s 24 hours after the report (4.2)", (_when, until, mails) => {
    const limit = mailsUntil(storyOf([nar()]), until).filter(
      (m) => m.rule === "DBS-01" && m.rung === "limit",
    );
    expect(limit.map((m) => m.letter.to.join())).toEqual(mails ? [`${ADMIN},${FORCE}`] : []);
  });

  it.each([
    ["exactly when due", "2026-11-17T18:00:00Z", "done"],
    ["a second after", "2026-11-17T18:00:01Z", "late-done"],
  ])("DBS-01: raised to medium %s (4.2)", (_when, sent, state) => {
    const story = storyOf([nar(), update(sent, { risk: "medium" })]);
    expect(dutyAt(story, "police-decision", LATER)?.state).toBe(state);
  });

  it('DBS-01: a report without a category is no "no apparent risk": that limit is Derby City\'s (4.2)', () => {
    const { risk: _, ...unclassified } = missing().compact;
    expect(
      dutyAt(storyOf([{ ...missing(), compact: unclassified }]), "police-decision", LATER),
    ).toBeUndefined();
  });

  it("DBS-01: 24 elapsed hours over the October clock change (4.2)", () => {
    const gone = nar({ missingSince: "2026-10-24T20:00:00+01:00", reportedAt: "2026-10-24T21:00:00+01:00" });
    expect(limitAt(storyOf([gone]), "police-decision", LATER)).toBe("2026-10-25T20:00:00Z");
  });

  it("DBS-24: a low risk is kept, treated as medium, and goes to the duty inspector (3.1, 3.2)", () => {
    const story = storyOf([missing({ risk: "low" }), found()]);
    expect(inShort(mailsUntil(story, KNOWN), "DBS-24")).toEqual([`${KNOWN} told -> ${ADMIN}`]);
    expect(dutyAt(story, "return-interview", LATER)?.state).toBe("open");
    expect(dutyAt(storyOf([...story.events, done("low-risk", LATER)]), "low-risk", LATER)?.state).toBe(
      "done",
    );
  });
});

describe("routing", () => {
  it("DBS-02: with no worker known the admin team is asked; the compact follows the allocation (5.2)", () => {
    const mails = mailsUntil(storyOf([missing(), allocate()]), "2026-11-17T00:00:00Z");
    expect(inShort(mails, "DBS-02")).toEqual([
      `${KNOWN} told -> ${ADMIN}`,
      "2026-11-16T19:00:00Z told -> june@derbyshire.example",
    ]);
    expect(
      mails.find((m) => m.duty === "forward-missing")?.letter.paragraphs.flatMap((p) => p.lines),
    ).toContain("Name: Rosie Hallam");
  });

  it("DBS-02: in the worker's absence it goes to the duty worker (5.2)", () => {
    const story = storyOf([missing(), allocate(undefined, { absent: true })]);
    expect(inShort(mailsUntil(story, LATER), "forward-missing")).toEqual([
      "2026-11-16T19:00:00Z told -> duty-worker@derbyshire.example",
    ]);
  });

  it("DBS-02: unknown and at no apparent risk, it is recorded and shown until somebody decides (5.2)", () => {
    expect(dutyAt(storyOf([nar()]), "routing", LATER)).toMatchObject({ state: "open" });
    expect(dutyAt(storyOf([nar(), allocate()]), "routing", LATER)?.state).toBe("done");
  });

  it("DBS-02: nothing goes outside the authority: such an allocation is refused (5.2)", () => {
    const outside = { ...allocate(), data: { worker: "june@derby.example" } };
    expect(refusedBy(storyOf([missing()]), outside)).toEqual(["DBS-02 (5.2)"]);
    expect(dutyAt(storyOf([missing()]), "allocation", LATER)?.state).toBe("open");
  });

  it("DBS-02: a found report that comes alone asks the force for the missing one (5.2)", () => {
    expect(inShort(mailsUntil(storyOf([found()]), LATER), "missing-report")).toEqual([
      `2026-11-17T11:30:00Z ask -> ${FORCE}`,
    ]);
  });
});

describe("three days missing", () => {
  it.each([
    ["one second before", "2026-11-19T15:59:59Z", "done"],
    ["exactly when due", "2026-11-19T16:00:00Z", "done"],
    ["a second after", "2026-11-19T16:00:01Z", "late-done"],
  ])("DBS-04: the emergency meeting is held %s (5.4)", (_when, at, state) => {
    expect(dutyAt(storyOf([missing(), meeting(at)]), "emergency-meeting", LATER)?.state).toBe(state);
  });

  it("DBS-04: reminded, due, escalated (5.4)", () => {
    expect(inShort(mailsUntil(storyOf([missing(), allocate()]), "2026-11-20T16:00:00Z"), "DBS-04")).toEqual([
      "2026-11-18T16:00:00Z reminder -> paul@derbyshire.example",
      "2026-11-19T16:00:00Z limit -> paul@derbyshire.example, june@derbyshire.example",
      `2026-11-20T08:30:00Z escalate-1 -> ${HEAD}`,
    ]);
  });

  it.each([
    ["October", "2026-10-23T18:00:00+01:00", "2026-10-26T18:00:00Z"],
    ["March", "2027-03-26T18:00:00+00:00", "2027-03-29T17:00:00Z"],
    ["a leap day", "2028-02-27T18:00:00+00:00", "2028-03-01T18:00:00Z"],
  ])("DBS-04: three calendar days over %s (5.4)", (_when, missingSince, due) => {
    const gone = missing({ missingSince, reportedAt: missingSince, received: missingSince });
    expect(limitAt(storyOf([gone]), "emergency-meeting", "2028-04-01T00:00:00Z")).toBe(due);
  });

  it("DBS-04: then a review every five days, again and again (5.4)", () => {
    const story = storyOf([missing(), meeting("2026-11-19T12:00:00Z"), review("2026-11-24T12:00:00Z")]);
    expect(dutyAt(story, "review-1", LATER)).toMatchObject({ state: "done" });
    expect(limitAt(story, "review-2", LATER)).toBe("2026-11-29T12:00:00Z");
  });

  it.each(Object.keys(six))('DBS-04: without "%s" it is refused, and nothing changes (5.4)', (missed) => {
    const said = Object.fromEntries(Object.entries(six).filter(([key]) => key !== missed));
    expect(refusedBy(storyOf([missing()]), meeting(LATER, said))).toEqual(["DBS-04 (5.4)"]);
    expect(dutyAt(storyOf([missing()]), "emergency-meeting", LATER)?.state).toBe("open");
  });

  it("DBS-26: publicity needs a Service Director's authority by way of a Head of Service (5.2)", () => {
    const publicity = anAction("publicity", LATER, { outlet: "radio" });
    expect(refusedBy(storyOf([missing()]), publicity)).toEqual(["DBS-26 (5.2)"]);
    const yes = anAction("authorise-publicity", "2026-11-18T10:00:00Z", {
      serviceDirector: "s",
      headOfService: "h",
    });
    expect(refusedBy(storyOf([missing(), yes]), publicity)).toEqual([]);
  });
});

describe("a child on a protection plan, in care, or trafficked", () => {
  const plan = { childProtectionPlan: true } as const;

  it("DBS-16: the Child Protection Manager is told (5.4)", () => {
    expect(inShort(mailsUntil(storyOf([missing(plan)]), KNOWN), "protection-manager")).toEqual([
      `${KNOWN} told -> child-protection-manager@derbyshire.example`,
    ]);
  });

  it.each([
    ["in November", "2026-11-16T16:00:00+00:00", "2026-12-14T17:00:00Z"],
    ["over Christmas 2026", "2026-12-10T16:00:00+00:00", "2027-01-12T17:00:00Z"],
    ["over Easter 2027 and the clock change", "2027-03-15T16:00:00+00:00", "2027-04-14T16:00:00Z"],
  ])("DBS-16: the conference comes forward at 20 working days %s (5.4)", (_when, missingSince, due) => {
    const story = storyOf([
      missing({ ...plan, missingSince, reportedAt: missingSince, received: missingSince }),
    ]);
    expect(limitAt(story, "conference-forward", "2027-06-01T00:00:00Z")).toBe(due);
    expect(inShort(mailsUntil(story, due), "conference-forward").at(-1)).toContain(`${due} limit`);
  });

  it("DBS-27: in care: senior managers alerted, legal advice taken (5.4)", () => {
    const story = storyOf([missing({ careStatus: "looked-after" }), allocate()]);
    expect(inShort(mailsUntil(story, LATER), "DBS-27")).toEqual([
      `${KNOWN} told -> ${HEAD}`,
      `${KNOWN} told -> ${ADMIN}`,
    ]);
    expect(dutyAt(storyOf([...story.events, done("care-legal", LATER)]), "care-legal", LATER)?.state).toBe(
      "done",
    );
  });

  it("DBS-20: a trafficking concern: police and social care at once, UKHTC while missing (4.1.5, 5.1)", () => {
    const story = storyOf([missing({ flags: ["trafficking"] })]);
    expect(inShort(mailsUntil(story, LATER), "DBS-20")).toEqual([
      `${KNOWN} told -> ${STARTING_POINT}, ${CALL_DERBYSHIRE}, ${FORCE}, ${ADMIN}`,
      `${KNOWN} told -> ${STARTING_POINT}, ${FORCE}, ${ADMIN}`,
    ]);
    const referred = anAction("referral-made", LATER, { to: "ukhtc" });
    expect(dutyAt(storyOf([...story.events, referred]), "trafficking-referral", LATER)?.state).toBe("done");
  });

  it("DBS-20: the referral does not lapse with the return (5.1)", () => {
    const story = storyOf([missing({ flags: ["trafficking"] }), found()]);
    expect(dutyAt(story, "trafficking-referral", LATER)?.state).toBe("open");
  });

  it("DBS-20: UKHTC is told of the return (6.9)", () => {
    const story = storyOf([missing({ flags: ["trafficking"] }), found()]);
    expect(inShort(mailsUntil(story, LATER), "trafficking-return")).toEqual([
      `2026-11-17T10:30:00Z told -> ${STARTING_POINT}`,
    ]);
  });

  it("DBS-29: missing with family and on a plan: police, social care and senior managers at once (4.1.6)", () => {
    const story = storyOf([missing({ ...plan, flags: ["with-family"] })]);
    expect(inShort(mailsUntil(story, LATER), "family-at-risk")).toEqual([
      `${KNOWN} told -> ${HEAD}, ${FORCE}, ${STARTING_POINT}, ${CALL_DERBYSHIRE}`,
    ]);
    const without = missing({ flags: ["with-family"], childProtectionPlan: false });
    expect(dutyAt(storyOf([without]), "family-at-risk", LATER)).toBeUndefined();
  });

  it("DBS-35: on a Care Order and taken abroad: the Foreign Office (5.4)", () => {
    const abroad = (careOrder: boolean) =>
      storyOf([missing(), anAction("taken-abroad", "2026-11-17T09:00:00Z", { careOrder })]);
    expect(inShort(mailsUntil(abroad(false), LATER), "consular-contact")).toEqual([
      `2026-11-17T09:00:00Z told -> ${HEAD}`,
    ]);
    expect(inShort(mailsUntil(abroad(true), LATER), "taken-abroad")).toEqual([
      `2026-11-17T09:00:00Z told -> ${HEAD}, ${ADMIN}`,
    ]);
    expect(dutyAt(abroad(false), "taken-abroad", LATER)).toBeUndefined();
  });

  it("DBS-36: a worker's concern is escalated; one about the category goes to the duty inspector (3.2, 5.4)", () => {
    const raised = anAction("raise-concern", "2026-11-17T09:00:00Z", { concern: "x", aboutCategory: true });
    expect(inShort(mailsUntil(storyOf([missing(), raised]), LATER), "DBS-36")).toEqual([
      `2026-11-17T09:00:00Z told -> ${HEAD}`,
      `2026-11-17T09:00:00Z told -> ${FORCE}, ${ADMIN}`,
    ]);
  });
});

describe("away from placement without authorisation", () => {
  it.each([
    ["one second before", "2026-11-16T21:59:59Z", 0],
    ["exactly", "2026-11-16T22:00:00Z", 1],
  ])("DBS-23: %s 6 hours, the social worker has to have been told (4.1.4)", (_when, until, mails) => {
    const limit = mailsUntil(storyOf([absent()]), until).filter(
      (m) => m.duty === "absence-told" && m.rung === "limit",
    );
    expect(limit).toHaveLength(mails);
  });

  it("DBS-23: whether the child may stay there is asked and recorded; unsaid, it stays visible (4.1.4)", () => {
    const stay = { duty: "absence-stay", outcome: "may stay until tomorrow" };
    const decided = storyOf([absent(), anAction("duty-done", "2026-11-16T20:00:00Z", stay)]);
    expect(dutyAt(storyOf([absent()]), "absence-stay", LATER)?.state).toBe("open");
    expect(dutyAt(decided, "absence-stay", LATER)?.state).toBe("done");
    expect(inShort(mailsUntil(storyOf([absent()]), "2026-11-17T22:00:00Z"), "absence-told").at(-1)).toBe(
      `2026-11-17T08:30:00Z escalate-1 -> ${ADMIN}, ${HEAD}`,
    );
  });

  it("DBS-23: no missing episode; from a children's home an interview is offered, by 72 hours (4.1.4)", () => {
    const story = storyOf([absent(), found()]);
    expect(["emergency-meeting", "return-interview"].map((d) => dutyAt(story, d, LATER))).toEqual([
      undefined,
      undefined,
    ]);
    expect(limitAt(story, "absence-interview", LATER)).toBe("2026-11-20T10:00:00Z");
  });
});
