import { describe, expect, it } from "vitest";
import type { ActionEvent } from "../../../functions/domain/episode/events.ts";
import { anAction } from "../../builders/events.ts";
import { dutyAt, inShort, limitAt, mailsUntil, refusedBy } from "../../builders/timetable.ts";
import { allocate, found, missing, storyOf } from "./daniel.ts";

const AT = "2026-11-19T10:00:00Z";
type Facts = Parameters<typeof missing>[0];
const storyWith = (onMissing: Facts = {}, onFound: Facts = {}, ...actions: ActionEvent[]) =>
  storyOf([missing(onMissing), allocate(undefined, { openCase: true }), found(onFound), ...actions]);
const done = (duty: string) => anAction("duty-done", AT, { duty, outcome: "done" });
const state = (story: ReturnType<typeof storyWith>, duty: string) => dutyAt(story, duty, AT)?.state;
const held = (concerns: { safeguarding?: boolean; exploitation?: boolean; trafficking?: boolean }) =>
  anAction("interview-held", AT, { method: "face-to-face", concerns });

describe("concerns on the return", () => {
  it("DER-12: harm on the found compact goes to the holder of an open case (F; 6.5)", () => {
    const mails = mailsUntil(storyWith({}, { harm: "cut hand" }), AT);
    expect(inShort(mails, "DER-12")).toEqual([
      "2026-11-18T07:40:00Z told -> grace@derby.example, careline@derby.example",
    ]);
    expect(dutyAt(storyWith(), "safeguarding", AT)).toBeUndefined();
  });

  it("DER-12: whoever is told of harm reads to ring the police and to keep what may be evidence (6.5)", () => {
    const [mail] = mailsUntil(storyWith({}, { harm: "cut hand" }), AT).filter(
      ({ rule }) => rule === "DER-12",
    );
    expect(JSON.stringify(mail?.letter.paragraphs)).toMatch(
      /ring the police at once.*washing is discouraged/,
    );
  });

  it.each([
    ["No", 0],
    ["None disclosed.", 0],
    ["None disclosed, but her coat was torn", 1],
  ])('DER-12: "%s" on the found compact under harm (F; 6.5)', (harm, mails) => {
    expect(inShort(mailsUntil(storyWith({}, { harm }), AT), "DER-12")).toHaveLength(mails);
  });

  it("DER-12: harm once stated stays a concern, whatever a later compact says (F; 6.5)", () => {
    const story = storyWith({ harm: "hit by a man" }, { harm: "None disclosed" });
    expect(state(story, "safeguarding")).toBe("open");
  });

  it("DER-12: a concern on the interview of a child unknown before goes to the coordinator; the choice ends it (F; 6.5)", () => {
    const story = storyOf([missing(), allocate(), found(), held({ safeguarding: true })]);
    expect(inShort(mailsUntil(story, AT), "DER-12")).toEqual([
      `${AT} told -> missing-coordinator@derby.example`,
    ]);
    const choice = anAction("safeguarding-decision", AT, { choice: "referral", reason: "IRT" });
    expect(dutyAt(storyOf([...story.events, choice]), "safeguarding", AT)?.state).toBe("done");
  });

  it.each([
    ["not recorded", {}, 1],
    ["recorded as not completed", { preventionInterview: { completed: false } }, 1],
    ["recorded as completed", { preventionInterview: { completed: true } }, 0],
  ])("DER-14: a prevention visit %s on the found compact (6.6)", (_how, onFound, mails) => {
    expect(inShort(mailsUntil(storyWith({}, onFound), AT), "DER-14")).toHaveLength(mails);
  });

  it("DER-14: the visit never ends the interview duty (6.6)", () => {
    const story = storyWith(
      {},
      { preventionInterview: { completed: true } },
      anAction("prevention-visit", AT, { held: true, method: "face-to-face" }),
    );
    expect(state(story, "prevention-visit")).toBe("done");
    expect(state(story, "return-interview")).toBe("open");
  });

  it("DER-14: never by telephone; a decision not to visit carries its reason (6.6)", () => {
    expect(
      refusedBy(storyWith(), anAction("prevention-visit", AT, { held: true, method: "telephone" })),
    ).toEqual(["DER-14 (6.6)"]);
    expect(refusedBy(storyWith(), anAction("prevention-visit", AT, { held: false }))).toEqual([
      "DER-14 (6.6)",
    ]);
    const decided = anAction("prevention-visit", AT, { held: false, reason: "agreed with the home" });
    expect(refusedBy(storyWith(), decided)).toEqual([]);
    expect(dutyAt(storyWith({}, {}, decided), "prevention-visit", AT)).toMatchObject({
      state: "not-required",
      reason: "agreed with the home",
    });
  });

  it("DER-30: found but will not return: the accountable manager hears at once (6.3)", () => {
    const mails = mailsUntil(storyWith({}, { flags: ["unwilling-to-return"] }), "2026-11-19T07:40:00Z");
    expect(inShort(mails, "DER-30")).toEqual([
      "2026-11-18T07:40:00Z told -> accountable-manager@derby.example",
      "2026-11-19T07:40:00Z followed-up-1 -> accountable-manager@derby.example, omar@derby.example",
    ]);
    expect(
      dutyAt(storyWith({ flags: ["unwilling-to-return"] }, {}), "unwilling", "2026-11-17T00:00:00Z"),
    ).toBeUndefined();
  });
});

describe("families", () => {
  const familyCase = anAction("exempt", AT, { reason: "family-case" });

  it("DER-19: no interview; the Child Protection Manager is told and the plan considered at once (6.9)", () => {
    const story = storyWith({}, {}, familyCase);
    expect(dutyAt(story, "return-interview", AT)).toMatchObject({
      state: "not-required",
      reason: "family-case",
    });
    expect(inShort(mailsUntil(story, AT), "family-plan")).toEqual([
      `${AT} told -> child-protection-manager@derby.example`,
    ]);
    expect(state(storyWith(), "family-plan")).toBeUndefined();
  });

  it("DER-19: the core group by five working days after the return (6.9)", () => {
    expect(limitAt(storyWith({}, {}, familyCase), "core-group", AT)).toBe("2026-11-25T17:00:00Z");
    const back = "2026-12-22T10:00:00+00:00";
    const story = storyOf([
      missing(),
      found({ foundAt: back, returnedAt: back, received: "2026-12-22T11:00:00Z" }),
      { ...familyCase, at: "2026-12-22T12:00:00Z", recordedAt: "2026-12-22T12:00:00Z" },
    ]);
    expect(limitAt(story, "core-group", "2026-12-22T12:00:00Z")).toBe("2026-12-31T17:00:00Z");
    const meeting = anAction("meeting-held", AT, { meeting: "core-group" });
    expect(state(storyWith({}, {}, familyCase, meeting), "core-group")).toBe("done");
  });

  it("DER-29: with family and on a plan: police, social care and senior managers at once (4.1.6)", () => {
    const mails = mailsUntil(
      storyWith({ flags: ["with-family"], childProtectionPlan: true }),
      "2026-11-16T02:10:00Z",
    );
    expect(inShort(mails, "family-at-risk")).toEqual([
      "2026-11-16T02:10:00Z told -> head-of-service@derby.example, missing-team@derbyshire-police.example, first-contact@derby.example, careline@derby.example",
    ]);
    const without = storyWith({ flags: ["with-family"], childProtectionPlan: false });
    expect(dutyAt(without, "family-at-risk", AT)).toBeUndefined();
  });
});

describe("trafficking and exploitation", () => {
  it("DER-20: a trafficking concern brings police and social care together at once, and the referral while missing (4.1.5, 5.1)", () => {
    const mails = mailsUntil(storyWith({ flags: ["trafficking"] }), "2026-11-16T02:10:00Z");
    expect(inShort(mails, "trafficking-contact")).toEqual([
      "2026-11-16T02:10:00Z told -> first-contact@derby.example, careline@derby.example, missing-team@derbyshire-police.example, missing-coordinator@derby.example",
    ]);
    expect(inShort(mails, "trafficking-referral")).toHaveLength(1);
    expect(JSON.stringify(mails.find((m) => m.duty === "trafficking-contact")?.letter.paragraphs)).toContain(
      "Operation Wilberforce",
    );
  });

  it("DER-20: the Centre is told of the return; each step ends with its own record (6.9)", () => {
    const story = storyWith({ flags: ["trafficking"] });
    const referral = { ...anAction("referral-made", "2026-11-16T10:00:00Z", { to: "ukhtc" }) };
    expect(state(story, "trafficking-return")).toBe("open");
    expect(state(storyOf([...story.events, referral]), "trafficking-referral")).toBe("done");
    expect(state(storyOf([...story.events, done("trafficking-return")]), "trafficking-return")).toBe("done");
  });

  it('DER-21: the toolkit is considered on every episode; "not needed" carries its reason (6.7)', () => {
    expect(state(storyWith(), "toolkit")).toBe("open");
    expect(refusedBy(storyWith(), anAction("toolkit", AT, { outcome: "not-needed" }))).toEqual([
      "DER-21 (6.7)",
    ]);
    const considered = anAction("toolkit", AT, { outcome: "not-needed", reason: "at his grandmother's" });
    expect(refusedBy(storyWith(), considered)).toEqual([]);
    expect(state(storyWith({}, {}, considered), "toolkit")).toBe("done");
  });

  it.each([
    ["flagged by the police", storyWith({ flags: ["exploitation"] })],
    ["noticed in the interview", storyWith({}, {}, held({ exploitation: true }))],
  ])(
    "DER-21: exploitation %s: Operation Liberty, and the Child Protection Manager (CRE) is told (6.9)",
    (_how, story) => {
      expect(state(story, "operation-liberty")).toBe("open");
      expect(inShort(mailsUntil(story, AT), "cre-manager").map((m) => m.split("-> ")[1])).toEqual([
        "cre-manager@derby.example",
      ]);
      expect(state(storyWith(), "operation-liberty")).toBeUndefined();
    },
  );
});

describe("other duties of the protocol", () => {
  it("DER-26: publicity without a Service Director's authority is refused (5.2)", () => {
    const publicity = anAction("publicity", AT, { outlet: "local radio" });
    const authority = anAction("authorise-publicity", AT, {
      serviceDirector: "A. Director",
      headOfService: "B. Head",
    });
    expect(refusedBy(storyWith(), publicity)).toEqual(["DER-26 (5.2)"]);
    expect(refusedBy(storyWith({}, {}, authority), publicity)).toEqual([]);
  });

  it("DER-33: every episode is assessed and abuse considered; a yes alerts at once (7.1)", () => {
    expect([state(storyWith(), "assessment"), state(storyWith(), "abuse-considered")]).toEqual([
      "open",
      "open",
    ]);
    const yes = anAction("abuse-considered", AT, { concern: true, reason: "afraid of a carer" });
    const story = storyWith({}, {}, yes);
    expect(state(story, "abuse-considered")).toBe("done");
    expect(inShort(mailsUntil(story, AT), "abuse-alert")).toEqual([
      `${AT} told -> first-contact@derby.example, omar@derby.example`,
    ]);
    const no = anAction("abuse-considered", AT, { concern: false, reason: "settled and safe" });
    expect(state(storyWith({}, {}, no), "abuse-alert")).toBeUndefined();
    expect(() => anAction("abuse-considered", AT, { concern: false })).toThrow();
  });

  it("DER-35: on a Care Order and taken abroad: the Foreign Office is to be told at once (5.4)", () => {
    const abroad = anAction("taken-abroad", AT, { careOrder: true });
    const mail = mailsUntil(storyWith({}, {}, abroad), AT).find((m) => m.rule === "DER-35");
    expect(mail?.letter.to).toEqual(["head-of-service@derby.example", "grace@derby.example"]);
    expect(JSON.stringify(mail?.letter.paragraphs)).toContain("Child Abduction Section");
    expect(
      state(storyWith({}, {}, anAction("taken-abroad", AT, { careOrder: false })), "taken-abroad"),
    ).toBeUndefined();
  });

  it.each([
    ["Foster care", "open"],
    ["Residential children's home", undefined],
  ])(
    "DER-37: a child in care from \"%s\": the foster carers' sheet; a home's report is asked in Derbyshire (6.8)",
    (placementType, sheet) => {
      const story = storyWith({ careStatus: "looked-after", placementType });
      expect([state(story, "foster-sheet"), state(story, "residential-report")]).toEqual([sheet, undefined]);
      if (sheet) expect(state(storyOf([...story.events, done("foster-sheet")]), "foster-sheet")).toBe("done");
      expect(dutyAt(story, "foster-sheet", AT)?.dueAt).toBeUndefined();
    },
  );
});
