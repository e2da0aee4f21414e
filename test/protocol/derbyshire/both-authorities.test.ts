import { describe, expect, it } from "vitest";
import type { EpisodeEvent } from "../../../functions/domain/episode/events.ts";
import { anAction, plusSeconds } from "../../builders/events.ts";
import { derbyCity, derbyshire } from "../../builders/profiles.ts";
import { dutyAt, inShort, limitAt, mailsUntil, refusedBy, storiesUnder } from "../../builders/timetable.ts";
import { absent, allocate, done, found, missing, type Options } from "./rosie.ts";

const KNOWN = "2026-11-16T18:30:00Z";
const GIVEN = "2026-11-16T19:00:00Z";
const BACK = "2026-11-17T10:30:00Z";
const LATER = "2026-11-18T15:00:00Z";
const FORCE = "missing-team@derbyshire-police.example";

describe.each([
  ["DER", derbyCity],
  ["DBS", derbyshire],
])("what %s and the other follow of one protocol", (prefix, profile) => {
  const storyOf = storiesUnder(profile);
  const under = (...events: EpisodeEvent[]) => storyOf(events);
  // The worker's domain is the other authority's in one of the two: an event already kept is refused by nothing.
  const home = (facts: Options = {}, ...actions: EpisodeEvent[]) =>
    under(missing(facts), allocate(), found(), ...actions);
  const state = (story: ReturnType<typeof under>, duty: string, at = LATER) => dutyAt(story, duty, at)?.state;
  const times = (story: ReturnType<typeof under>, duty: string) =>
    inShort(mailsUntil(story, LATER), duty).map((mail) => mail.slice(0, 20));

  describe("families on a child-protection matter", () => {
    const plan = { flags: ["with-family"], childProtectionPlan: true } as Options;

    it(`${prefix}-19: with the family and on a plan: nobody waits for an exemption (6.9)`, () => {
      expect(times(under(missing(plan)), "family-plan")).toEqual([KNOWN]);
      expect(state(under(missing({ ...plan, childProtectionPlan: false })), "family-plan")).toBeUndefined();
    });

    it(`${prefix}-19: the core group is due at 17:00 on the fifth working day after the return (6.9)`, () => {
      expect(state(home(plan), "core-group", plusSeconds(BACK, -1))).toBeUndefined();
      expect(limitAt(home(plan), "core-group", BACK)).toBe("2026-11-24T17:00:00Z");
      const held = (at: string) => home(plan, anAction("meeting-held", at, { meeting: "core-group" }));
      const at = "2026-11-24T17:00:00Z";
      const states = [-1, 0, 1].map((s) =>
        state(held(plusSeconds(at, s)), "core-group", "2026-12-01T00:00:00Z"),
      );
      expect(states).toEqual(["done", "done", "late-done"]);
    });

    it(`${prefix}-19: on a plan, also where only the exemption says that it was the family (6.9)`, () => {
      const exempt = anAction("exempt", LATER, { reason: "with-family" });
      expect(state(home({ childProtectionPlan: true }, exempt), "core-group")).toBe("open");
    });

    it(`${prefix}-19: a pregnant woman on a plan (6.9)`, () => {
      const pregnant = { childProtectionPlan: true, circumstances: "She is 30 weeks pregnant." };
      expect(state(under(missing(pregnant)), "family-plan")).toBe("open");
      expect(state(under(missing({ childProtectionPlan: true })), "family-plan")).toBeUndefined();
    });

    it(`${prefix}-29: missing with the family: as a minimum the concern is shared (4.1.6)`, () => {
      const story = under(missing({ flags: ["with-family"] }), allocate());
      expect(times(story, "family-shared")).toEqual([KNOWN]);
      expect(state(under(...story.events, done("family-shared", LATER)), "family-shared")).toBe("done");
      expect(state(under(missing(), allocate()), "family-shared")).toBeUndefined();
      const pregnant = missing({ circumstances: "She is 30 weeks pregnant.", childProtectionPlan: true });
      expect(["family-shared", "family-at-risk"].map((duty) => state(under(pregnant), duty))).toEqual([
        "open",
        "open",
      ]);
    });
  });

  describe("role of the local authority", () => {
    it(`${prefix}-02: the family is contacted and offered support, by whoever has the case (5.2)`, () => {
      const story = under(missing(), allocate());
      expect(state(story, "family-support", plusSeconds(GIVEN, -1))).toBeUndefined();
      expect(state(story, "family-support", GIVEN)).toBe("open");
      const reached = (contact: "parent" | "carer" | "child") =>
        state(under(...story.events, anAction("contact-made", LATER, { contact })), "family-support");
      expect(["parent", "carer", "child"].map((one) => reached(one as "parent"))).toEqual([
        "done",
        "done",
        "open",
      ]);
    });

    it(`${prefix}-02: a full record is kept, and asked about once the child is back (5.2)`, () => {
      expect(state(home(), "record-kept", plusSeconds(BACK, -1))).toBeUndefined();
      expect(state(home(), "record-kept", BACK)).toBe("open");
      expect(state(home({}, done("record-kept", LATER)), "record-kept")).toBe("done");
    });

    const noWorker = anAction("duty-done", GIVEN, { duty: "routing", outcome: "unknown, none needed" });
    const nar = missing({ risk: "no-apparent-risk" });

    it(`${prefix === "DER" ? "DER-02, DER-17" : "DBS-02"}: no worker is needed, so nobody is asked for one (5.2)`, () => {
      const story = under(nar, noWorker, found());
      const why = { state: "not-required", reason: expect.stringContaining("no worker is needed") };
      expect(dutyAt(story, "allocation", plusSeconds(GIVEN, -1))?.state).toBe("open");
      expect(dutyAt(story, "allocation", GIVEN)).toMatchObject(why);
      expect(dutyAt(story, "allocation-on-return", LATER)).toMatchObject(why);
      expect(times(story, "allocation-on-return")).toEqual([]);
    });

    it(`${prefix === "DER" ? "DER-17" : "DBS-02"}: raised to medium, a worker is needed after all (5.2)`, () => {
      const raised = anAction("police-decision", "2026-11-16T20:00:00Z", { decision: "medium" });
      const story = under(nar, noWorker, raised);
      expect(state(story, "routing-again", "2026-11-16T19:59:59Z")).toBeUndefined();
      expect(times(story, "routing-again")).toEqual(["2026-11-16T20:00:00Z"]);
      expect(state(under(...story.events, allocate(LATER)), "routing-again")).toBe("done");
    });
  });

  describe("the return interview", () => {
    const held = (at: string, why = {}) => anAction("interview-held", at, { method: "face-to-face", ...why });
    const limit = "2026-11-20T10:00:00Z";

    it.each([
      ["one second before", -1, false],
      ["exactly", 0, false],
      ["a second after", 1, true],
    ])(
      `${prefix}-06: held %s 72 hours: later only with its exceptional circumstances (6.7)`,
      (_w, s, refused) => {
        const at = plusSeconds(limit, s);
        expect(refusedBy(home(), held(at))).toEqual(refused ? [`${prefix}-06 (6.7)`] : []);
        expect(refusedBy(home(), held(at, { exceptionalCircumstances: "in hospital" }))).toEqual([]);
        expect(refusedBy(home(), held(at, { reasonLate: "snowed in" }))).toEqual([]);
      },
    );

    it(`${prefix}-15: of an absence the IRO is told as an absence, not as a missing episode (6.8)`, () => {
      const away = under(absent(), found());
      expect(times(away, "iro-returned")).toEqual([]);
      expect(times(away, "iro-absence")).toEqual([BACK]);
      expect(times(home({ careStatus: "looked-after" }), "iro-absence")).toEqual([]);
    });

    it(`${prefix}-15: a child with a reviewing officer of their own: that one is told (6.8)`, () => {
      const officer = anAction("fact-recorded", GIVEN, { reviewingOfficer: "o.reyes@derbyshire.example" });
      const story = home({ careStatus: "looked-after" }, officer);
      const to = (duty: string) => inShort(mailsUntil(story, LATER), duty).join().split("-> ")[1];
      expect([to("iro-missing"), to("iro-returned")]).toEqual([
        expect.stringContaining("iro-service@"),
        "o.reyes@derbyshire.example",
      ]);
    });

    it(`${prefix}-33: the plans of our child in care are reviewed after a missing incident (7.2)`, () => {
      expect(
        state(home({ careStatus: "looked-after" }), "placement-plans", plusSeconds(BACK, -1)),
      ).toBeUndefined();
      expect(state(home({ careStatus: "looked-after" }), "placement-plans", BACK)).toBe("open");
      expect(state(home({ careStatus: "not-looked-after" }), "placement-plans")).toBeUndefined();
      expect(state(under(absent(), found()), "placement-plans")).toBeUndefined();
    });
  });

  describe("concerns", () => {
    it(`${prefix}-12: harm a missing report states is a concern from the return on, not before (6.5)`, () => {
      const story = home({ harm: "hit by a man" });
      expect(state(story, "safeguarding", plusSeconds(BACK, -1))).toBeUndefined();
      expect(state(story, "safeguarding", BACK)).toBe("open");
    });

    it.each([
      ["a forced marriage", "Mum fears a forced marriage abroad."],
      ["FGM", "Possible FGM, see the referral."],
    ])(`${prefix}-12: %s is feared: its procedure runs in tandem (5.1)`, (_what, circumstances) => {
      expect(times(under(missing({ circumstances })), "tandem-procedure")).toEqual([KNOWN]);
      expect(state(under(missing({ circumstances: "A row at home." })), "tandem-procedure")).toBeUndefined();
    });

    it.each(["exploitation", "trafficking"] as const)(
      `${prefix}-12: a risk of %s on the return (6.5)`,
      (flag) => {
        expect(state(home({ flags: [flag] }), "safeguarding", plusSeconds(BACK, -1))).toBeUndefined();
        expect(state(home({ flags: [flag] }), "safeguarding", BACK)).toBe("open");
      },
    );

    it(`${prefix}-20: the referral to the Centre is the police's as well (5.1)`, () => {
      const mails = inShort(
        mailsUntil(under(missing({ flags: ["trafficking"] })), KNOWN),
        "trafficking-referral",
      );
      expect(mails.join()).toContain(FORCE);
    });

    it(`${prefix}-27: in the worker's absence legal advice is the duty worker's to take (5.4)`, () => {
      const story = under(missing({ careStatus: "looked-after" }), allocate(KNOWN, { absent: true }));
      expect(inShort(mailsUntil(story, LATER), "care-legal").join()).toContain("-> duty-worker@");
    });
  });

  describe("away from placement without authorisation", () => {
    const from = (facts: Options) => {
      const report = absent();
      const { careStatus: _, placementType: __, ...rest } = report.compact;
      return under({ ...report, compact: { ...rest, ...facts } as typeof report.compact }, found());
    };
    const limit = "2026-11-16T22:00:00Z";

    it.each<[string, Options, string | undefined]>([
      ["looked after", { careStatus: "looked-after" }, "open"],
      ["with foster carers", { placementType: "Foster placement" }, "open"],
      ["in a children's home", { placementType: "Children's home" }, "open"],
      ["living at home", { careStatus: "not-looked-after", placementType: "Home address" }, undefined],
    ])(`${prefix}-23: a child %s (4.1.4)`, (_who, facts, is) => {
      expect(state(from(facts), "absence-told", KNOWN)).toBe(is);
      expect(state(from(facts), "absence-stay", KNOWN)).toBe(is);
      const at = (until: string) =>
        mailsUntil(from(facts), until).filter((m) => m.duty === "absence-told" && m.rung === "limit").length;
      // The child is back at 10:30 the next morning: until then nobody may be left out for more than six hours.
      expect([at(plusSeconds(limit, -1)), at(limit)]).toEqual([0, is ? 1 : 0]);
    });

    it(`${prefix}-23: another authority's child: its worker is told; stay, return and interview are theirs (4.1.4)`, () => {
      const other = {
        careStatus: "looked-after",
        placingAuthority: "Kent",
        placementType: "Children's home",
      } as const;
      expect(state(from(other), "absence-told", KNOWN)).toBe("open");
      expect(state(from(other), "absence-stay", KNOWN)).toBeUndefined();
      expect(state(from(other), "absence-interview")).toBeUndefined();
      const agreed = anAction("interview-agreed", BACK, { with: "Kent" });
      expect(state(under(...from(other).events, agreed), "absence-interview")).toBe("open");
    });
  });
});

it("DBS-31: every looked-after child is offered an advocate, another authority's too (6.8)", () => {
  const theirs = { careStatus: "looked-after", placingAuthority: "Kent" } as const;
  const story = storiesUnder(derbyshire)([missing(theirs), allocate(), found()]);
  expect(dutyAt(story, "advocate", plusSeconds(BACK, -1))).toBeUndefined();
  expect(dutyAt(story, "advocate", BACK)?.state).toBe("open");
});

it.each([
  ["without a note", undefined, ["DER-13 (F)"]],
  ["with who deems it inappropriate, and why", "Ward sister: sedated until Friday.", []],
])("DER-13: in hospital, %s (F)", (_how, note, refused) => {
  const story = storiesUnder(derbyCity)([missing(), allocate(), found()]);
  const exempt = anAction("exempt", LATER, { reason: "in-hospital", ...(note ? { note } : {}) });
  expect(refusedBy(story, exempt)).toEqual(refused);
});
