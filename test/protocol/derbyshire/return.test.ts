import { describe, expect, it } from "vitest";
import { anEarlierEpisode } from "../../builders/context.ts";
import { anAction } from "../../builders/events.ts";
import { derbyCity, derbyshire } from "../../builders/profiles.ts";
import { dutyAt, inShort, limitAt, mailsUntil, refusedBy } from "../../builders/timetable.ts";
import { allocate, done, found, held, missing, type Options, signed, storyOf, written } from "./rosie.ts";

const AT = "2026-11-17T10:30:00Z";
const LATER = "2026-12-20T00:00:00Z";
const ADMIN = "missing-admin@derbyshire.example";
const WORKER = "june@derbyshire.example";
const MANAGER = "paul@derbyshire.example";
type Action = ReturnType<typeof anAction>;
const back = (facts: Options = {}, ...actions: Action[]) =>
  storyOf([missing(facts), allocate(), found(), ...actions]);
const earlier = (...days: string[]) =>
  days.map((day) => anEarlierEpisode(day.includes("T") ? day : `${day}T12:00:00Z`));
const theirs = { careStatus: "looked-after", placingAuthority: "Derby City Council" } as const;

describe("the return", () => {
  it("DBS-05: the found compact goes on to the worker on receipt (6.5)", () => {
    expect(inShort(mailsUntil(back(), AT), "DBS-05")).toEqual([`${AT} told -> ${WORKER}`]);
    expect(inShort(mailsUntil(storyOf([missing(), found()]), AT), "DBS-05")).toEqual([
      `${AT} told -> ${ADMIN}`,
    ]);
  });

  it("DBS-14: a prevention visit is asked of the force; by telephone it is none (6.6)", () => {
    expect(inShort(mailsUntil(back(), AT), "DBS-14")).toEqual([
      `${AT} told -> missing-team@derbyshire-police.example`,
    ]);
    const visit = (data: { held: boolean; method?: "telephone"; reason?: string }) =>
      anAction("prevention-visit", AT, data);
    expect(refusedBy(back(), visit({ held: true, method: "telephone" }))).toEqual(["DBS-14 (6.6)"]);
    expect(refusedBy(back(), visit({ held: false }))).toEqual(["DBS-14 (6.6)"]);
    expect(dutyAt(back({}, visit({ held: true })), "return-interview", AT)?.state).toBe("open");
    expect(dutyAt(back({}, visit({ held: false, reason: "agreed" })), "prevention-visit", AT)).toMatchObject({
      state: "not-required",
      reason: "agreed",
    });
  });

  it("DBS-30: found but unwilling to return: the accountable manager at once (6.3)", () => {
    const story = storyOf([missing(), found({ flags: ["unwilling-to-return"] })]);
    expect(inShort(mailsUntil(story, AT), "DBS-30")).toEqual([
      `${AT} told -> accountable-manager@derbyshire.example`,
    ]);
    expect(inShort(mailsUntil(story, LATER), "DBS-30").at(-1)).toContain("followed-up-");
    const agreed = storyOf([...story.events, done("unwilling", "2026-11-18T10:30:00Z")]);
    expect(inShort(mailsUntil(agreed, LATER), "DBS-30")).toHaveLength(1);
  });

  it.each<[string, Options, Action[], string]>([
    ["harm on the found compact", { harm: "bruises" }, [], AT],
    ["a flag of exploitation", { flags: ["exploitation"] }, [], AT],
    [
      "a concern on the interview",
      {},
      [
        anAction("interview-held", "2026-11-18T10:00:00Z", {
          method: "face-to-face",
          concerns: { safeguarding: true },
        }),
      ],
      "2026-11-18T10:00:00Z",
    ],
  ])("DBS-12: %s: a safeguarding referral (6.5)", (_what, facts, actions, at) => {
    const story = storyOf([missing(), allocate(), found(facts), ...actions]);
    expect(inShort(mailsUntil(story, LATER), "DBS-12")).toEqual([`${at} told -> ${WORKER}, ${MANAGER}`]);
    const referred = anAction("safeguarding-decision", "2026-11-19T10:00:00Z", { choice: "referral" });
    expect(dutyAt(storyOf([...story.events, referred]), "safeguarding", LATER)?.state).toBe("done");
  });

  it("DBS-12: whoever is told of harm reads to ring the police and to keep what may be evidence (6.5)", () => {
    const story = storyOf([missing(), allocate(), found({ harm: "cut hand" })]);
    const [mail] = mailsUntil(story, LATER).filter(({ rule }) => rule === "DBS-12");
    expect(JSON.stringify(mail?.letter.paragraphs)).toMatch(
      /ring the police at once.*washing is discouraged/,
    );
  });

  it("DBS-12: no harm disclosed calls for no referral (6.5)", () => {
    const story = storyOf([missing(), allocate(), found({ harm: "None disclosed" })]);
    expect(inShort(mailsUntil(story, LATER), "DBS-12")).toEqual([]);
  });
});

describe("the return interview", () => {
  it.each([
    ["one second before", "2026-11-20T09:59:59Z", "done"],
    ["exactly when due", "2026-11-20T10:00:00Z", "done"],
    ["a second after", "2026-11-20T10:00:01Z", "late-done"],
  ])("DBS-06: held %s (6.7)", (_when, at, state) => {
    expect(dutyAt(back({}, held(at)), "return-interview", LATER)?.state).toBe(state);
  });

  it.each([
    ["October: 72 hours", "2026-10-24T18:00:00+01:00", "2026-10-27T17:00:00Z"],
    ["March: three calendar days", "2027-03-27T18:00:00+00:00", "2027-03-30T17:00:00Z"],
    ["a leap day: both", "2028-02-27T18:00:00+00:00", "2028-03-01T18:00:00Z"],
  ])("DBS-06: the earlier of two clocks, in %s (6.7)", (_when, at, due) => {
    const story = storyOf([
      missing({ missingSince: at, reportedAt: at, received: at }),
      found({ foundAt: at, returnedAt: at, received: at }),
    ]);
    expect(limitAt(story, "return-interview", "2028-04-01T00:00:00Z")).toBe(due);
  });

  it("DBS-06: told, reminded, due, escalated (6.7)", () => {
    expect(inShort(mailsUntil(back(), "2026-11-21T08:30:00Z"), "DBS-06")).toEqual([
      `${AT} told -> ${WORKER}`,
      `2026-11-19T10:00:00Z reminder -> ${WORKER}`,
      `2026-11-20T10:00:00Z limit -> ${WORKER}, ${MANAGER}`,
      "2026-11-21T08:30:00Z escalate-1 -> head-of-child-protection@derbyshire.example",
    ]);
  });

  it("DBS-06: face to face is Derby City's; by somebody not independent it is refused (6.7)", () => {
    expect(refusedBy(back(), held(AT))).toEqual([]);
    expect(refusedBy(back(), held(AT, false))).toEqual(["DBS-06 (6.7)"]);
    expect(dutyAt(back(), "return-interview", LATER)?.state).toBe("open");
  });

  it("DBS-06: an exemption the protocol does not name needs its circumstances (6.7, 6.9)", () => {
    const exempt = (reason: "on-remand" | "family-case", note?: string) =>
      anAction("exempt", AT, { reason, ...(note ? { note } : {}) });
    expect(refusedBy(back(), exempt("on-remand"))).toEqual(["DBS-06 (6.7, 6.9)"]);
    expect(refusedBy(back(), exempt("on-remand", "held until Monday"))).toEqual([]);
    expect(refusedBy(back(), exempt("family-case"))).toEqual([]);
  });

  it("DBS-15: in care: interviewed whatever the category; the IRO told on missing and return (6.8)", () => {
    const story = back({ careStatus: "looked-after", risk: "no-apparent-risk" });
    expect(dutyAt(story, "return-interview", AT)?.state).toBe("open");
    expect(inShort(mailsUntil(story, LATER), "DBS-15").map((m) => m.slice(0, 20))).toEqual([
      "2026-11-16T18:30:00Z",
      AT,
    ]);
    const known = { risk: "no-apparent-risk", careStatus: "not-looked-after" } as const;
    expect(dutyAt(back(known), "return-interview", AT)?.state).toBe("not-required");
  });

  it("DBS-06: no apparent risk exempts nobody whose care status is unknown (6.7, 6.8)", () => {
    expect(dutyAt(back({ risk: "no-apparent-risk" }), "return-interview", AT)?.state).toBe("open");
  });

  it("DBS-06: a police decision that is recorded counts as risk (4.2, 6.7)", () => {
    const known = { risk: "no-apparent-risk", careStatus: "not-looked-after" } as const;
    const decided = anAction("police-decision", "2026-11-17T09:00:00Z", { decision: "medium" });
    expect(dutyAt(back(known, decided), "return-interview", AT)?.state).toBe("open");
  });

  it("DBS-06: an unreachable child: the attempts are recorded, and nobody gives up without one (6.7)", () => {
    const nil = anAction("nil-return", LATER, { reason: "moved away, no address" });
    expect(refusedBy(back(), nil)).toEqual(["DBS-06 (6.7)"]);
    const call = anAction("contact-attempt", AT, { method: "call" });
    expect(refusedBy(back({}, call), nil)).toEqual([]);
  });

  it("DBS-19: a child on a protection plan missing with the family, whichever exemption is recorded (6.9)", () => {
    const withFamily = anAction("exempt", AT, { reason: "with-family" });
    const plan = { childProtectionPlan: true } as const;
    expect(dutyAt(back(plan, withFamily), "core-group", AT)?.state).toBe("open");
    expect(dutyAt(back(plan, withFamily), "family-plan", AT)?.state).toBe("open");
    const none = { childProtectionPlan: false } as const;
    expect(dutyAt(back(none, withFamily), "core-group", AT)).toBeUndefined();
  });

  it.each([
    ["Registered children's home", "open"],
    ["Residential home", "open"],
    ["Residential unit", "open"],
    ["Foster placement", undefined],
  ])("DBS-37, DBS-23: %s is of the one kind, or not (6.8)", (placementType, state) => {
    const story = back({ careStatus: "looked-after", placementType });
    expect(dutyAt(story, "residential-report", AT)?.state).toBe(state);
  });

  it("DBS-14: the visit is asked once and reminded weekly; the admin team may record the answer (6.6)", () => {
    const mails = inShort(mailsUntil(back(), "2026-12-01T10:30:00Z"), "prevention-visit");
    expect(mails.map((mail) => mail.slice(0, 26))).toEqual([
      "2026-11-17T10:30:00Z told ",
      "2026-11-24T10:30:00Z ask-1",
      "2026-12-01T10:30:00Z ask-2",
    ]);
  });

  it("DBS-19: a family on a child-protection matter: no interview, the manager told, a core group (6.9)", () => {
    const story = back({}, anAction("exempt", AT, { reason: "family-case" }));
    expect(dutyAt(story, "return-interview", AT)).toMatchObject({
      state: "not-required",
      reason: "family-case",
    });
    expect(inShort(mailsUntil(story, AT), "family-plan")).toEqual([
      `${AT} told -> child-protection-manager@derbyshire.example`,
    ]);
    expect(limitAt(story, "core-group", AT)).toBe("2026-11-24T17:00:00Z");
  });

  it.each([
    ["over Christmas 2026", "2026-12-22T10:00:00+00:00", "2026-12-31T17:00:00Z"],
    ["over Easter 2027 and the clock change", "2027-03-24T10:00:00+00:00", "2027-04-02T16:00:00Z"],
  ])("DBS-19: five working days %s (6.9)", (_when, at, due) => {
    const exempt = anAction("exempt", at, { reason: "family-case" });
    const story = storyOf([found({ foundAt: at, returnedAt: at, received: at }), exempt]);
    expect(limitAt(story, "core-group", "2027-04-20T00:00:00Z")).toBe(due);
  });

  it("DBS-22: missing from education only: the CME procedure is named, a person decides (6.9)", () => {
    const story = back({ flags: ["missing-from-education"] });
    const mail = mailsUntil(story, AT).find((m) => m.rule === "DBS-22");
    expect(JSON.stringify(mail?.letter.paragraphs)).toContain("CME");
    expect(dutyAt(story, "return-interview", AT)?.state).toBe("open");
  });

  it("DBS-18: another authority's child: details forwarded, its 72 hours watched, ours not required (5.2, 6.8)", () => {
    const story = back(theirs);
    expect(dutyAt(story, "return-interview", AT)?.state).toBe("not-required");
    expect(dutyAt(story, "placing-details", AT)?.state).toBe("open");
    expect(inShort(mailsUntil(story, "2026-11-22T10:00:00Z"), "placing-interview")).toEqual([
      `2026-11-19T10:00:00Z reminder -> ${ADMIN}`,
      `2026-11-20T10:00:00Z limit -> ${ADMIN}`,
      `2026-11-21T10:00:00Z escalate-1 -> ${ADMIN}`,
    ]);
    const agreed = anAction("interview-agreed", AT, { with: "Derby City Council" });
    expect(dutyAt(back(theirs, agreed), "return-interview", AT)?.state).toBe("open");
  });

  it("DBS-18: the placing authority is named; no looked-after duty of ours, and nobody is told to interview (6.8)", () => {
    const story = storyOf([missing(theirs), allocate(), found()]);
    const mails = mailsUntil(story, AT);
    const details = mails.find((m) => m.duty === "placing-details")?.letter;
    expect(JSON.stringify(details?.paragraphs)).toContain(theirs.placingAuthority);
    for (const duty of ["iro-missing", "iro-returned", "care-managers", "care-legal"])
      expect(dutyAt(story, duty, AT), duty).toBeUndefined();
    expect(inShort(mails, "forward-found")).toEqual([]);
    expect(inShort(mails, "forward-found-placed")).toEqual([`${AT} told -> ${WORKER}`]);
    expect(JSON.stringify(mails.map((m) => m.letter))).not.toContain("Arrange the return interview");
    expect(dutyAt(story, "placing-officer", AT)?.state).toBe("open");
  });

  it("DBS-31: such a child known to the Youth Offending Service: it is asked (6.8)", () => {
    expect(inShort(mailsUntil(back(theirs), LATER), "youth-offending-asked")).toEqual([
      `${AT} told -> ${ADMIN}`,
    ]);
    expect(
      dutyAt(back(theirs, done("youth-offending-asked", LATER)), "youth-offending-asked", LATER)?.state,
    ).toBe("done");
    expect(dutyAt(back(), "youth-offending-asked", LATER)).toBeUndefined();
  });

  it.each([true, false])("DBS-31: a child in care is offered an advocate, answer %s (6.8)", (accepted) => {
    const care = { careStatus: "looked-after" } as const;
    expect(inShort(mailsUntil(back(care), LATER), "advocate")).toEqual([`${AT} told -> ${WORKER}`]);
    expect(dutyAt(back({ careStatus: "not-looked-after" }), "advocate", LATER)).toBeUndefined();
    const offered = anAction("advocate-offered", LATER, { accepted });
    expect(dutyAt(back(care, offered), "advocate", LATER)?.state).toBe("done");
    expect(dutyAt(back(care, offered), "return-interview", LATER)?.state).toBe("open");
  });
});

describe("the report", () => {
  const HELD = "2026-11-18T10:00:00Z";

  it("DBS-28: signed off with an empty section: refused, nothing changed (6.7, app. 3)", () => {
    expect(refusedBy(back({}, held(HELD)), signed(LATER))).toEqual(["DBS-28 (6.7, app. 3)"]);
    expect(refusedBy(back({}, held(HELD), written(HELD)), signed(LATER))).toEqual([]);
    expect(dutyAt(back({}, held(HELD)), "sign-off", LATER)?.state).toBe("open");
  });

  it("DBS-28: the form is appendix 3's, the same as Derby City's (6.7, app. 3)", () => {
    expect(derbyshire.form).toEqual(derbyCity.form);
  });

  it("DBS-25: the line manager signs off, without a limit; nothing is sent before (6.7, 8)", () => {
    const story = back({}, held(HELD), written(HELD));
    expect(inShort(mailsUntil(story, HELD), "DBS-25")).toEqual([`${HELD} told -> ${MANAGER}`]);
    expect(inShort(mailsUntil(story, "2026-11-20T08:30:00Z"), "DBS-25").at(-1)).toBe(
      "2026-11-20T08:30:00Z unsigned-1 -> head-of-child-protection@derbyshire.example",
    );
    expect(dutyAt(story, "sign-off", LATER)?.dueAt).toBeUndefined();
    expect(refusedBy(story, anAction("distributed", LATER))).toEqual(["DBS-25 (6.7, 8)"]);
    expect(mailsUntil(story, LATER).some((m) => m.letter.attachments)).toBe(false);
  });

  it("DBS-17: signed off, the interview goes to the police division and to no runaways mailbox (6.7)", () => {
    const story = back({}, held(HELD), written(HELD), signed("2026-11-19T10:00:00Z"));
    const carried = mailsUntil(story, LATER).filter((m) => m.letter.attachments);
    expect(carried.map((m) => `${m.rule} ${m.at} ${m.letter.to}`)).toEqual([
      "DBS-17 2026-11-19T10:00:00Z missing-division@derbyshire-police.example",
    ]);
  });

  it("DBS-21: the toolkit is considered on every episode, with a reason where not needed (6.7)", () => {
    expect(inShort(mailsUntil(back(), LATER), "DBS-21")).toEqual([`${AT} told -> ${WORKER}`]);
    const no = (reason?: string) =>
      anAction("toolkit", LATER, { outcome: "not-needed", ...(reason ? { reason } : {}) });
    expect(refusedBy(back(), no())).toEqual(["DBS-21 (6.7)"]);
    expect(refusedBy(back(), no("stayed with an aunt"))).toEqual([]);
  });

  it("DBS-21: at risk of exploitation: Operation Liberty form, Child Protection Manager (CRE) (6.9)", () => {
    const mails = inShort(mailsUntil(back({ flags: ["exploitation"] }), LATER), "DBS-21");
    expect(mails).toContain(`${AT} told -> cre-manager@derbyshire.example`);
    expect(dutyAt(back({ flags: ["exploitation"] }), "operation-liberty", LATER)?.state).toBe("open");
  });

  it("DBS-33: assessed; abuse considered, yes or no with the reason, yes alerts at once (7.1)", () => {
    const yes = anAction("abuse-considered", LATER, { concern: true, reason: "afraid to go home" });
    const no = anAction("abuse-considered", LATER, { concern: false, reason: "none seen" });
    expect(dutyAt(back(), "assessment", LATER)).toMatchObject({ state: "open" });
    expect(dutyAt(back({}, no), "abuse-considered", LATER)?.state).toBe("done");
    expect(dutyAt(back({}, no), "abuse-alert", LATER)).toBeUndefined();
    expect(inShort(mailsUntil(back({}, yes), LATER), "abuse-alert")).toEqual([
      `${LATER} told -> starting-point@derbyshire.example, ${MANAGER}`,
    ]);
  });

  it.each([
    ["one second before", "2026-11-18T11:59:59Z", "done"],
    ["exactly when due", "2026-11-18T12:00:00Z", "done"],
    ["a second after", "2026-11-18T12:00:01Z", "late-done"],
  ])("DBS-34: placed elsewhere, the host is told %s 24 hours (6.8)", (_when, at, state) => {
    const placed = anAction("placed-elsewhere", "2026-11-17T12:00:00Z", {
      hostAuthority: "Nottingham",
      atRiskOfMissing: true,
    });
    const story = back({}, placed, done("host-told", at), held(HELD), written(HELD), signed(HELD));
    expect(dutyAt(story, "host-told", LATER)?.state).toBe(state);
    expect(dutyAt(story, "host-copy", LATER)?.state).toBe("open");
    expect(dutyAt(story, "return-interview", LATER)?.state).toBe("done");
  });

  it.each([
    ["Foster care", "foster-sheet", "residential-report"],
    ["Residential home", "residential-report", "foster-sheet"],
  ])("DBS-37: %s (6.8)", (placementType, duty, other) => {
    const story = back({ careStatus: "looked-after", placementType });
    expect([dutyAt(story, duty, LATER)?.state, dutyAt(story, other, LATER)]).toEqual(["open", undefined]);
  });
});

describe("repeats", () => {
  const repeated = (...days: string[]) => storyOf([missing(), allocate(), found()], earlier(...days));

  it.each([
    ["2 in 30 days", ["2026-10-20"], false],
    ["3, the first exactly 30 days before", ["2026-10-17T15:00:00Z", "2026-10-20"], true],
    ["3, the first a second more", ["2026-10-17T14:59:59Z", "2026-10-20"], false],
  ])("DBS-09: %s: file review and strategy meeting (6.6, 6.7)", (_what, days, holds) => {
    // This episode began at 16:00 in London on 16 November; 30 days before it was summer time there.
    const story = repeated(...days);
    expect(dutyAt(story, "file-review", LATER) !== undefined).toBe(holds);
    expect(dutyAt(story, "strategy-meeting", LATER) !== undefined).toBe(holds);
  });

  it("DBS-09: the team manager reviews the file and records the outcome (6.7)", () => {
    const story = repeated("2026-11-01", "2026-11-05");
    expect(inShort(mailsUntil(story, LATER), "file-review")).toEqual([
      "2026-11-16T18:30:00Z told -> team-manager@derbyshire.example",
    ]);
    const events = [...story.events, done("file-review", LATER)];
    expect(dutyAt({ ...story, events }, "file-review", LATER)?.state).toBe("done");
  });

  it("DBS-10: 2 or more ever: multi-agency meeting; without the strategy's five parts it is refused (7.3)", () => {
    const story = repeated("2024-01-01");
    expect(inShort(mailsUntil(story, LATER), "DBS-10")).toHaveLength(1);
    const held = anAction("meeting-held", LATER, { meeting: "multi-agency", outcomes: {} });
    expect(refusedBy(story, held)).toEqual(["DBS-10 (7.3)"]);
    expect(dutyAt(storyOf([missing()]), "multi-agency-meeting", LATER)).toBeUndefined();
  });

  it("DBS-11: 3 or more in 90 days: the force is told of its review trigger (6.6)", () => {
    expect(inShort(mailsUntil(repeated("2026-08-20", "2026-10-01"), LATER), "DBS-11")).toEqual([
      "2026-11-16T18:30:00Z told -> missing-team@derbyshire-police.example",
    ]);
    expect(inShort(mailsUntil(repeated("2026-08-10", "2026-10-01"), LATER), "DBS-11")).toEqual([]);
  });

  it("DBS-09, DBS-23: time away from placement is no missing episode and is not counted (4.1.4)", () => {
    const away = ["2026-11-01", "2026-11-05"].map((day) =>
      anEarlierEpisode(`${day}T12:00:00Z`, { absence: true }),
    );
    expect(dutyAt(storyOf([missing()], away), "file-review", LATER)).toBeUndefined();
  });
});
