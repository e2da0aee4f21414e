import { describe, expect, it } from "vitest";
import { anAction } from "../../builders/events.ts";
import { dutyAt, inShort, limitAt, mailsUntil, refusedBy } from "../../builders/timetable.ts";
import { allocate, form, found, held, missing, storyOf, update } from "./mina.ts";

const AT = "2026-11-03T08:30:00Z";
const LATER = "2026-12-20T00:00:00Z";
const YOUTH = "jules@rutland.gov.uk, senior-youth-worker@rutland.example";
type Action = ReturnType<typeof anAction>;
const back = (...actions: Action[]) => storyOf([missing(), allocate(), found(), ...actions]);
const referred = (at: string) => anAction("referral-made", at, { to: "Youth Service" });

describe("the referral", () => {
  it("RUT-06: on location the social worker is asked to refer; no limit is set (step 6, 7)", () => {
    expect(inShort(mailsUntil(back(), LATER), "referral")).toEqual([
      "2026-11-03T08:30:00Z told -> asha@rutland.example",
    ]);
    expect(dutyAt(back(), "referral", AT)?.dueAt).toBeUndefined();
  });

  it.each([
    [
      "no worker is allocated",
      storyOf([missing(), found()]),
      "2026-11-03T08:30:00Z told -> childrens-duty@rutland.example",
    ],
    [
      "the worker is away",
      storyOf([missing(), allocate(undefined, { absent: true }), found()]),
      "2026-11-03T08:30:00Z told -> childrens-duty@rutland.example",
    ],
  ])("RUT-06: where %s it is the duty social worker's (step 6)", (_why, story, mail) => {
    expect(inShort(mailsUntil(story, LATER), "referral")).toEqual([mail]);
  });

  it("RUT-07: while the worker is away the duty social worker has the reminders too, not the worker (step 6)", () => {
    const told = (absent: boolean) =>
      inShort(
        mailsUntil(
          storyOf([missing(), allocate(undefined, { absent }), found(), referred("2026-11-03T10:00:00Z")]),
          "2026-11-05T19:30:00Z",
        ),
        "return-interview",
      ).map((line) => line.split(", ").at(-1));
    expect(told(true)).not.toEqual([]);
    expect(new Set(told(true))).toEqual(new Set(["childrens-duty@rutland.example"]));
    expect(new Set(told(false))).toEqual(new Set(["asha@rutland.example"]));
  });

  it("RUT-06: recorded, it goes to the Youth Service's two mailboxes with the compact (step 7)", () => {
    const reachable = missing({ child: { phone: "+447700900123", homeAddress: "4 Mill Lane, Oakham" } });
    const mails = mailsUntil(storyOf([reachable, found(), referred("2026-11-03T10:00:00Z")]), LATER);
    expect(inShort(mails, "referral-sent")).toEqual([`2026-11-03T10:00:00Z send -> ${YOUTH}`]);
    const letter = mails.find((m) => m.duty === "referral-sent")?.letter;
    expect(letter?.paragraphs.flatMap((p) => p.lines)).toEqual(
      expect.arrayContaining([
        "Name: Mina Ashwell",
        "Telephone: +447700900123",
        "Address: 4 Mill Lane, Oakham",
      ]),
    );
    expect(letter?.subject).not.toContain("Ashwell");
    expect(dutyAt(back(referred("2026-11-03T10:00:00Z")), "referral", "2026-11-03T10:00:00Z")?.state).toBe(
      "done",
    );
  });

  it("RUT-06: a worker's address outside the authority is refused (step 6)", () => {
    const outside = { ...allocate(), data: { worker: "asha@elsewhere.example" } };
    expect(refusedBy(storyOf([missing()]), outside)).toEqual(["RUT-06 (step 6)"]);
  });

  it("RUT-13: the Youth Service acknowledges it and names the interviewer; no limit is set (step 8)", () => {
    const story = back(referred("2026-11-03T10:00:00Z"));
    expect(dutyAt(back(), "acknowledgement", LATER)).toBeUndefined();
    expect(dutyAt(story, "acknowledgement", "2026-11-03T10:00:00Z")).toMatchObject({ state: "open" });
    expect(dutyAt(story, "acknowledgement", "2026-11-03T10:00:00Z")?.dueAt).toBeUndefined();
    const named = anAction("referral-acknowledged", "2026-11-03T12:00:00Z", {
      interviewer: "a youth worker",
    });
    expect(dutyAt(storyOf([...story.events, named]), "acknowledgement", named.at)?.state).toBe("done");
  });
});

describe("72 hours from the return and from the referral", () => {
  it.each([
    ["one second before", "2026-11-06T07:59:59Z", "done"],
    ["exactly when due", "2026-11-06T08:00:00Z", "done"],
    ["a second after", "2026-11-06T08:00:01Z", "late-done"],
  ])("RUT-07: held %s, by the return (step 6 note)", (_when, at, state) => {
    expect(dutyAt(back(held(at)), "return-interview", LATER)?.state).toBe(state);
  });

  /** Found at a station and reported at once; home only the next evening. */
  const homeLater = [
    missing(),
    found({
      foundAt: "2026-11-03T08:00:00+00:00",
      returnedAt: "2026-11-03T08:00:00+00:00",
      received: "2026-11-03T08:30:00Z",
    }),
    update("2026-11-04T21:00:00Z", { returnedAt: "2026-11-04T20:00:00+00:00" }),
  ];

  it("RUT-07: social care had the referral before the child was home: that clock is the earlier one (step 7)", () => {
    expect(limitAt(storyOf(homeLater), "return-interview", "2026-11-04T21:00:00Z")).toBe(
      "2026-11-06T08:30:00Z",
    );
    const limit = mailsUntil(storyOf(homeLater), LATER).find(
      (m) => m.duty === "return-interview" && m.rung === "limit~2",
    );
    const first = mailsUntil(storyOf(homeLater), LATER).find(
      (m) => m.duty === "return-interview" && m.rung === "limit",
    );
    expect((limit ?? first)?.at).toBe("2026-11-06T08:30:00Z");
  });

  it("RUT-07: both clocks are kept in sight in every mail (step 6 note, 7)", () => {
    const reminder = mailsUntil(storyOf(homeLater), "2026-11-05T08:30:00Z").findLast(
      (m) => m.rung === "reminder" && m.duty === "return-interview",
    );
    expect(reminder?.letter.paragraphs.flatMap((p) => p.lines)).toEqual(
      expect.arrayContaining([
        "Due: Fri 6 Nov 2026, 08:30",
        "- 72 hours from returned: Sat 7 Nov 2026, 20:00",
        "- 72 hours from referred: Fri 6 Nov 2026, 08:30",
      ]),
    );
  });

  it("RUT-07: a referral made before the found report came starts the second clock (step 7)", () => {
    const story = storyOf([...homeLater, referred("2026-11-03T07:00:00Z")]);
    expect(limitAt(story, "return-interview", "2026-11-04T21:00:00Z")).toBe("2026-11-06T07:00:00Z");
  });

  it("RUT-07: a referral made later moves nothing (step 7)", () => {
    expect(limitAt(back(referred("2026-11-04T10:00:00Z")), "return-interview", LATER)).toBe(
      "2026-11-06T08:00:00Z",
    );
  });

  it("RUT-07, RUT-06: before it has a referral nobody chases the Youth Service, but the worker (step 6, 7)", () => {
    expect(inShort(mailsUntil(back(), "2026-11-07T08:00:00Z"), "RUT-07")).toEqual([
      "2026-11-05T08:00:00Z reminder -> asha@rutland.example",
      "2026-11-06T08:00:00Z limit -> asha@rutland.example, return-interviews-manager@rutland.example",
      "2026-11-07T08:00:00Z escalate-1 -> return-interviews-manager@rutland.example, tom@rutland.example",
    ]);
  });

  it("RUT-07: in the worker's absence it is the duty social worker's, until the Youth Service has it (step 6, 7)", () => {
    const away = storyOf([missing(), allocate(undefined, { absent: true }), found()]);
    const limit = inShort(mailsUntil(away, "2026-11-06T08:00:00Z"), "RUT-07").at(-1);
    expect(limit).toContain("limit -> childrens-duty@rutland.example, ");
    const asked = storyOf([...away.events, referred("2026-11-03T10:00:00Z")]);
    expect(inShort(mailsUntil(asked, "2026-11-06T08:00:00Z"), "RUT-07").at(-1)).toContain(
      `limit -> ${YOUTH}, `,
    );
  });

  it("RUT-07: reminded, due, escalated (step 7)", () => {
    const story = back(referred("2026-11-03T10:00:00Z"));
    expect(inShort(mailsUntil(story, "2026-11-07T08:00:00Z"), "RUT-07")).toEqual([
      `2026-11-05T08:00:00Z reminder -> ${YOUTH}, asha@rutland.example`,
      `2026-11-06T08:00:00Z limit -> ${YOUTH}, return-interviews-manager@rutland.example, asha@rutland.example`,
      "2026-11-07T08:00:00Z escalate-1 -> return-interviews-manager@rutland.example, tom@rutland.example",
    ]);
  });

  it.each([
    ["October", "2026-10-23T18:00:00+01:00", "2026-10-26T17:00:00Z"],
    ["March", "2027-03-26T18:00:00+00:00", "2027-03-29T18:00:00Z"],
    ["a leap day", "2028-02-27T18:00:00+00:00", "2028-03-01T18:00:00Z"],
  ])("RUT-07: 72 elapsed hours over %s (step 6 note)", (_when, returnedAt, due) => {
    const home = found({ returnedAt });
    expect(limitAt(storyOf([home]), "return-interview", home.recordedAt)).toBe(due);
  });

  it.each([
    ["declined", anAction("decline", AT, { reason: "does not want to" }), "does not want to"],
    ["nobody reached", anAction("nil-return", AT, { reason: "moved away" }), "moved away"],
    ["exempt", anAction("exempt", AT, { reason: "in-hospital" }), "in-hospital"],
  ])("RUT-07, ALL-01: %s, it is not required, with the reason (step 6)", (_how, action, reason) => {
    expect(dutyAt(back(action), "return-interview", AT)).toMatchObject({ state: "not-required", reason });
  });
});

describe("after the interview", () => {
  const HELD = "2026-11-04T10:00:00Z";
  const signed = anAction("sign-off", "2026-11-06T10:00:00Z", { nextSteps: "plan" }, "line-manager");

  it("RUT-10: form and verbal feedback come back from the Youth Service, the manager signs off (step 9)", () => {
    expect(inShort(mailsUntil(back(held(HELD)), LATER), "RUT-10")).toEqual([
      `${HELD} told -> ${YOUTH}`,
      `${HELD} told -> ${YOUTH}`,
      `${HELD} told -> tom@rutland.example`,
    ]);
  });

  it.each([
    ["form-returned", form("2026-11-05T10:00:00Z")],
    [
      "verbal-feedback",
      anAction("duty-done", "2026-11-05T10:00:00Z", { duty: "verbal-feedback", outcome: "told" }),
    ],
    ["sign-off", signed],
  ])("RUT-10: %s is open until it is recorded (step 9)", (duty, evidence) => {
    const story = back(held(HELD));
    expect(dutyAt(story, duty, LATER)?.state).toBe("open");
    expect(dutyAt(storyOf([...story.events, evidence]), duty, LATER)?.state).toBe("done");
  });

  it("RUT-10: signed off before the form is back, or incomplete: refused, nothing changed (step 9)", () => {
    expect(refusedBy(back(held(HELD)), signed)).toEqual(["RUT-10 (step 9)"]);
    expect(refusedBy(back(held(HELD), form("2026-11-05T10:00:00Z")), signed)).toEqual([]);
  });

  it("RUT-10: the form that is back goes to the social worker, to be recorded (step 9)", () => {
    expect(inShort(mailsUntil(back(held(HELD)), LATER), "form-received")).toEqual([]);
    const mails = mailsUntil(back(held(HELD), form("2026-11-05T10:00:00Z")), LATER);
    expect(inShort(mails, "form-received")).toEqual(["2026-11-05T10:00:00Z told -> asha@rutland.example"]);
    expect(mails.find((m) => m.duty === "form-received")?.letter.attachments).toHaveLength(1);
  });

  it("RUT-11: every completed interview goes to the police, from the interview manager (step 9)", () => {
    const story = back(held(HELD), form("2026-11-05T10:00:00Z"));
    expect(inShort(mailsUntil(story, LATER), "RUT-11")).toEqual([]);
    const mails = mailsUntil(storyOf([...story.events, signed]), LATER);
    expect(inShort(mails, "RUT-11")).toEqual([
      "2026-11-06T10:00:00Z send -> Missingreturninterviews@leicestershire.pnn.police.uk, return-interviews-manager@rutland.example",
    ]);
    const letter = mails.find((m) => m.rule === "RUT-11")?.letter;
    expect(letter?.attachments).toHaveLength(1);
    expect(letter?.paragraphs.flatMap((p) => p.lines)).toContain("Owner: Manager of the Return Interviews");
  });

  it("RUT-12: the social worker updates the manager and records it on the case system and the tracker (step 10)", () => {
    const story = back(held(HELD));
    expect(inShort(mailsUntil(story, LATER), "RUT-12")).toEqual([`${HELD} told -> asha@rutland.example`]);
    const updated = anAction("duty-done", LATER, { duty: "manager-updated", outcome: "told" });
    const after = storyOf([...story.events, updated, anAction("record-loaded", LATER)]);
    expect(["manager-updated", "record-loaded"].map((d) => dutyAt(story, d, LATER)?.state)).toEqual([
      "open",
      "open",
    ]);
    expect(["manager-updated", "record-loaded"].map((d) => dutyAt(after, d, LATER)?.state)).toEqual([
      "done",
      "done",
    ]);
  });
});
