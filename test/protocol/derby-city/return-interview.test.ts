import { describe, expect, it } from "vitest";
import type { Compact } from "../../../functions/domain/compact/compact.ts";
import type { ActionEvent } from "../../../functions/domain/episode/events.ts";
import { anAction, compact } from "../../builders/events.ts";
import { dutyAt, inShort, limitAt, mailsUntil, refusedBy } from "../../builders/timetable.ts";
import { allocate, found, missing, storyOf, update } from "./daniel.ts";

const AT = "2026-11-18T08:00:00Z";
const returned = (
  facts: Partial<Pick<Compact, "risk" | "careStatus" | "placingAuthority" | "placementType" | "flags">> = {},
  ...actions: ActionEvent[]
) => storyOf([missing(facts), allocate(), found(), ...actions]);
const held = (
  at: string,
  data: { independent?: boolean; exceptionalCircumstances?: string; method?: "telephone" } = {},
) => anAction("interview-held", at, { method: "face-to-face", ...data });

describe("the return interview", () => {
  it.each([
    ["one second before", "2026-11-21T07:24:59Z", "done"],
    ["exactly when due", "2026-11-21T07:25:00Z", "done"],
    ["a second after", "2026-11-21T07:25:01Z", "late-done"],
  ])("DER-06: held %s, 72 hours after the return (F; 6.7)", (_when, at, state) => {
    expect(dutyAt(returned({}, held(at)), "return-interview", "2026-11-22T00:00:00Z")?.state).toBe(state);
  });

  it("DER-06: told, reminded, due, escalated (F; 6.7)", () => {
    expect(inShort(mailsUntil(returned(), "2026-11-22T08:30:00Z"), "DER-06")).toEqual([
      "2026-11-18T07:40:00Z told -> grace@derby.example",
      "2026-11-20T07:25:00Z reminder -> grace@derby.example",
      "2026-11-21T07:25:00Z limit -> grace@derby.example, omar@derby.example",
      "2026-11-22T08:30:00Z escalate-1 -> head-of-service@derby.example",
    ]);
  });

  it.each([
    ["October: 72 elapsed hours come first", "2026-10-24T18:00:00+01:00", "2026-10-27T17:00:00Z"],
    ["March: three calendar days come first", "2027-03-27T18:00:00+00:00", "2027-03-30T17:00:00Z"],
  ])(
    "DER-06: of 72 hours and three calendar days the earlier is the limit, %s (F; 6.7)",
    (_when, returnedAt, due) => {
      const received = new Date(Date.parse(returnedAt) + 900_000).toISOString();
      const back = found({ foundAt: returnedAt, returnedAt, received });
      const gone = missing({ missingSince: returnedAt, reportedAt: returnedAt, received });
      expect(limitAt(storyOf([gone, back]), "return-interview", received)).toBe(due);
    },
  );

  it.each([
    ["medium", "medium", "open"],
    ["high", "high", "open"],
    ["no apparent risk", "no-apparent-risk", "open"],
  ] as const)(
    "DER-06: the police category %s: the framework lists no fifth exemption (F)",
    (_what, risk, state) => {
      const known = { risk, careStatus: "not-looked-after" } as const;
      expect(dutyAt(returned(known), "return-interview", AT)?.state).toBe(state);
    },
  );

  it("DER-06: an unclassified report counts as medium (F; 6.7)", () => {
    const { risk: _, ...unclassified } = missing().compact;
    expect(
      dutyAt(storyOf([{ ...missing(), compact: unclassified }, found()]), "return-interview", AT)?.state,
    ).toBe("open");
  });

  it("DER-06: the highest category ever held counts, not the last (F; 6.7)", () => {
    const lowered = update("2026-11-16T09:00:00Z", { risk: "no-apparent-risk" });
    expect(
      dutyAt(storyOf([missing({ risk: "high" }), lowered, found()]), "return-interview", AT)?.state,
    ).toBe("open");
  });

  it("DER-06: not face to face is refused, unless exceptional circumstances are recorded (F)", () => {
    expect(refusedBy(returned(), held(AT, { method: "telephone" }))).toEqual(["DER-06 (F)"]);
    expect(
      refusedBy(
        returned(),
        held(AT, { method: "telephone", exceptionalCircumstances: "abroad with family" }),
      ),
    ).toEqual([]);
    expect(dutyAt(returned(), "return-interview", AT)?.state).toBe("open");
  });

  it("DER-06: by somebody who is not independent it is refused, unless exceptional circumstances are recorded (6.7)", () => {
    expect(refusedBy(returned(), held(AT, { independent: false }))).toEqual(["DER-06 (6.7)"]);
    expect(
      refusedBy(returned(), held(AT, { independent: false, exceptionalCircumstances: "trusts only her" })),
    ).toEqual([]);
    expect(refusedBy(returned(), held(AT, { independent: true }))).toEqual([]);
  });
});

describe("a child in care", () => {
  it("DER-15: is interviewed whatever the police category, by the child's own worker (6.8)", () => {
    const story = returned({ careStatus: "looked-after", risk: "no-apparent-risk" });
    expect(dutyAt(story, "return-interview", AT)?.state).toBe("open");
    expect(inShort(mailsUntil(story, AT), "DER-06")).toEqual([
      "2026-11-18T07:40:00Z told -> grace@derby.example",
    ]);
  });

  it("DER-15: the IRO is told on missing and on return (6.8)", () => {
    expect(
      inShort(mailsUntil(returned({ careStatus: "looked-after" }), "2026-11-30T00:00:00Z"), "DER-15"),
    ).toEqual([
      "2026-11-16T02:10:00Z told -> iro-service@derby.example",
      "2026-11-18T07:40:00Z told -> iro-service@derby.example",
    ]);
    expect(
      inShort(mailsUntil(returned({ careStatus: "not-looked-after" }), "2026-11-30T00:00:00Z"), "DER-15"),
    ).toEqual([]);
  });

  it("DER-18: placed by another authority: its interview is chased on its clock, ours is not required (5.2, 6.8)", () => {
    const story = returned({ careStatus: "looked-after", placingAuthority: "Nottingham City Council" });
    expect(dutyAt(story, "return-interview", AT)).toMatchObject({
      state: "not-required",
      reason: expect.stringContaining("placed by another authority"),
    });
    expect(dutyAt(story, "placing-details", AT)?.state).toBe("open");
    expect(
      inShort(mailsUntil(story, "2026-11-22T00:00:00Z"), "placing-interview").map((m) => m.split(" ->")[0]),
    ).toEqual(["2026-11-20T07:25:00Z reminder", "2026-11-21T07:25:00Z limit"]);
  });

  it("DER-18: agreed to be ours, the interview is ours (5.2)", () => {
    const agreed = anAction("interview-agreed", "2026-11-18T12:00:00Z", { with: "Nottingham City Council" });
    const story = returned(
      { careStatus: "looked-after", placingAuthority: "Nottingham City Council" },
      agreed,
    );
    expect(dutyAt(story, "return-interview", "2026-11-18T12:00:00Z")?.state).toBe("open");
    expect(dutyAt(story, "placing-interview", "2026-11-18T12:00:00Z")?.state).toBe("not-required");
  });

  it.each(["Derby City Council", "Derby", "DERBY CITY"])(
    'DER-18: "%s" is this authority (6.8)',
    (placingAuthority) => {
      expect(dutyAt(returned({ placingAuthority }), "placing-details", AT)).toBeUndefined();
    },
  );

  it("DER-18: Derbyshire is another authority (6.8)", () => {
    expect(
      dutyAt(returned({ placingAuthority: "Derbyshire County Council" }), "placing-details", AT)?.state,
    ).toBe("open");
  });
});

describe("no interview", () => {
  it.each(["on-remand", "in-hospital", "police-investigation", "with-family"] as const)(
    "DER-13: %s ends the 72 hours as not required, with that reason (F)",
    (reason) => {
      const story = returned({}, anAction("exempt", AT, { reason }));
      expect(dutyAt(story, "return-interview", AT)).toMatchObject({ state: "not-required", reason });
      expect(inShort(mailsUntil(story, "2026-11-30T00:00:00Z"), "return-interview")).toHaveLength(1);
    },
  );

  it("DER-13: no other reason exempts (F)", () => {
    expect(refusedBy(returned(), anAction("exempt", AT, { reason: "other" }))).toEqual(["DER-13 (F)"]);
  });

  it("DER-13: a flag in a mail only suggests: the coordinator is asked, the clock runs (F)", () => {
    const story = returned({ flags: ["in-hospital"] });
    expect(inShort(mailsUntil(story, AT), "DER-13")).toEqual([
      "2026-11-18T07:40:00Z told -> missing-coordinator@derby.example",
    ]);
    expect(dutyAt(story, "return-interview", AT)?.state).toBe("open");
  });

  it("DER-13: hospital is asked again weekly; lifted, the interview is open again (F)", () => {
    const exempt = anAction("exempt", AT, { reason: "in-hospital" });
    const lifted = anAction("exemption-lifted", "2026-12-03T10:00:00Z", { reason: "home since Monday" });
    const story = returned({}, exempt, lifted);
    expect(inShort(mailsUntil(story, "2026-12-03T09:00:00Z"), "hospital-again")).toEqual([
      "2026-11-25T08:00:00Z ask-1 -> grace@derby.example",
      "2026-12-02T08:00:00Z ask-2 -> grace@derby.example",
    ]);
    expect(dutyAt(story, "return-interview", "2026-12-03T10:00:00Z")?.state).toBe("open");
    expect(dutyAt(story, "hospital-again", "2026-12-03T10:00:00Z")?.state).toBe("done");
  });

  it("DER-22: missing from education alone: the CME procedure is named and a person decides (6.9)", () => {
    const story = returned({ flags: ["missing-from-education"] });
    const mail = mailsUntil(story, "2026-11-16T03:00:00Z").find((m) => m.rule === "DER-22");
    expect(JSON.stringify(mail?.letter.paragraphs)).toContain("CME");
    expect(dutyAt(story, "return-interview", AT)?.state).toBe("open");
    const exempt = anAction("exempt", AT, { reason: "missing-from-education" });
    expect(dutyAt(storyOf([...story.events, exempt]), "return-interview", AT)?.state).toBe("not-required");
  });
});

describe("away from placement without authorisation", () => {
  const absent = compact("absent", "2026-11-16T02:10:00Z", {
    reference: "DP-MIS-2026-1183",
    force: "derbyshire-police",
    missingSince: "2026-11-15T23:15:00+00:00",
    placementType: "Registered children's home",
    careStatus: "looked-after",
    at: "2026-11-15T23:15:00Z",
  });
  const back = storyOf([absent, found()]);

  it.each([
    ["one second before", "2026-11-16T05:14:59Z", 0],
    ["exactly", "2026-11-16T05:15:00Z", 1],
  ])("DER-23: %s 6 hours, the social worker has to have been told (4.1.4)", (_when, until, mails) => {
    const limit = mailsUntil(storyOf([absent]), until).filter(
      (m) => m.duty === "absence-told" && m.rung === "limit",
    );
    expect(limit).toHaveLength(mails);
  });

  it("DER-23: it is no missing episode: no police decision, no emergency meeting, no return interview (4.1.4)", () => {
    expect(
      ["police-decision", "emergency-meeting", "return-interview"].map((d) => dutyAt(back, d, AT)),
    ).toEqual([undefined, undefined, undefined]);
  });

  it("DER-23: from a registered children's home an interview is offered, by 72 hours (4.1.4)", () => {
    expect(limitAt(back, "absence-interview", AT)).toBe("2026-11-21T07:25:00Z");
  });

  it("DER-23: told, it is done (4.1.4)", () => {
    const told = anAction("duty-done", "2026-11-16T04:00:00Z", {
      duty: "absence-told",
      outcome: "out of hours told",
    });
    expect(dutyAt(storyOf([absent, told]), "absence-told", told.at)?.state).toBe("done");
  });
});
