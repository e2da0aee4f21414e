import { describe, expect, it } from "vitest";
import { anAction } from "../../builders/events.ts";
import { dutyAt, inShort, limitAt, mailsUntil, refusedBy } from "../../builders/timetable.ts";
import { absent, allocate, found, missing, storyOf, update } from "./mina.ts";

const NOTIFIED = "2026-11-02T19:30:00Z";
const LATER = "2026-12-20T00:00:00Z";
const outcomes = { "action-so-far": "a", "next-actions": "b", "return-to-placement": "yes" };
const review = (at: string, said: Record<string, string> = outcomes) =>
  anAction("review-held", at, { outcomes: said });
const provisions = ["provision-search", "provision-media", "provision-press"] as const;
const done = (duty: string, at: string) => anAction("duty-done", at, { duty, outcome: "done" });

describe("who is told", () => {
  it("RUT-01: the team manager, at once, of a missing or an absent child (step 1)", () => {
    expect(inShort(mailsUntil(storyOf([missing()]), NOTIFIED), "manager-told")).toEqual([
      "2026-11-02T19:30:00Z told -> team-manager@rutland.example",
    ]);
    expect(inShort(mailsUntil(storyOf([absent()]), NOTIFIED), "manager-told")).toEqual([
      "2026-11-02T10:00:00Z told -> team-manager@rutland.example",
    ]);
  });

  it("RUT-01: the allocated social worker, at once, with the compact; the screening one before (step 1)", () => {
    const known = storyOf([missing(), allocate(NOTIFIED)]);
    const mails = mailsUntil(known, NOTIFIED).filter((mail) => mail.duty === "worker-told");
    expect(inShort(mails, "worker-told")).toEqual(["2026-11-02T19:30:00Z told -> asha@rutland.example"]);
    expect(mails[0]?.letter.paragraphs.flatMap((p) => p.lines)).toContain("Name: Mina Ashwell");
    expect(inShort(mailsUntil(storyOf([absent()]), NOTIFIED), "worker-told")).toEqual([
      "2026-11-02T10:00:00Z told -> childrens-duty@rutland.example",
    ]);
  });

  it("RUT-01: the log in the case notes and the tracker's row are asked, without a limit (step 1, 10)", () => {
    const story = storyOf([missing()]);
    expect(inShort(mailsUntil(story, LATER), "incident-logged")).toEqual([
      "2026-11-02T19:30:00Z told -> childrens-duty@rutland.example",
    ]);
    expect(dutyAt(story, "incident-logged", LATER)?.dueAt).toBeUndefined();
    const logged = done("incident-logged", "2026-11-03T09:00:00Z");
    expect(dutyAt(storyOf([missing(), logged]), "incident-logged", LATER)?.state).toBe("done");
  });

  it("RUT-01: a found report that comes alone asks the force for the missing one, until it comes (step 1)", () => {
    const ask = (...events: Parameters<typeof storyOf>[0]) =>
      inShort(mailsUntil(storyOf(events), LATER), "missing-report");
    expect(ask(found())).toEqual(["2026-11-03T09:30:00Z ask -> missing-team@leicestershire-police.example"]);
    expect(ask(missing(), found())).toEqual([]);
  });

  it.each([
    ["missing", [missing({ careStatus: "looked-after" })], NOTIFIED],
    ["absent", [absent({ careStatus: "looked-after" })], "2026-11-02T10:00:00Z"],
    [
      "missing at no apparent risk",
      [missing({ careStatus: "looked-after", risk: "no-apparent-risk" })],
      NOTIFIED,
    ],
    ["found, with no report before", [found({ careStatus: "looked-after" })], "2026-11-03T08:30:00Z"],
    [
      "known to be so from an update",
      [missing(), update("2026-11-03T01:00:00Z", { careStatus: "looked-after" })],
      "2026-11-03T01:00:00Z",
    ],
  ])("RUT-02: a looked-after child %s: the head of service, immediately (step 1)", (_what, events, at) => {
    expect(inShort(mailsUntil(storyOf(events), LATER), "RUT-02")).toEqual([
      `${at} told -> head-of-safeguarding@rutland.example`,
    ]);
  });

  it("RUT-02: the mail says which child, where placed, missing or absent; its subject does not (step 1)", () => {
    const mail = mailsUntil(
      storyOf([missing({ careStatus: "looked-after", placementType: "Oak House" })]),
      NOTIFIED,
    ).find(({ rule }) => rule === "RUT-02");
    const lines = mail?.letter.paragraphs.flatMap((p) => p.lines);
    expect(lines).toEqual(
      expect.arrayContaining([
        "Name: Mina Ashwell",
        "Placement: Oak House",
        "Missing since: Mon 2 Nov 2026, 18:00",
      ]),
    );
    expect(mail?.letter.subject).not.toContain("Ashwell");
  });

  it("RUT-02: a child who is not looked after is not escalated so (step 1)", () => {
    expect(mailsUntil(storyOf([missing({ careStatus: "not-looked-after" })]), LATER)).not.toContainEqual(
      expect.objectContaining({ rule: "RUT-02" }),
    );
  });

  it("RUT-02: another authority's child is told in other words, as local practice (step 1)", () => {
    const placed = storyOf([missing({ careStatus: "looked-after", placingAuthority: "Northmoor Council" })]);
    const mails = mailsUntil(placed, LATER);
    expect(inShort(mails, "RUT-02")).toEqual([`${NOTIFIED} told -> head-of-safeguarding@rutland.example`]);
    expect(mails.find(({ rule }) => rule === "RUT-02")?.duty).toBe("placed-child-told");
  });
});

describe("the urgent case review at three days", () => {
  it("RUT-03: reminded, due, escalated (step 2)", () => {
    const mails = mailsUntil(storyOf([missing(), allocate()]), "2026-11-06T18:00:00Z");
    expect(inShort(mails, "RUT-03")).toEqual([
      "2026-11-04T18:00:00Z reminder -> tom@rutland.example",
      "2026-11-05T18:00:00Z limit -> tom@rutland.example, asha@rutland.example",
      "2026-11-06T18:00:00Z escalate-1 -> senior-manager@rutland.example",
    ]);
  });

  it.each([
    ["one second before", "2026-11-05T17:59:59Z", "done"],
    ["exactly when due", "2026-11-05T18:00:00Z", "done"],
    ["a second after", "2026-11-05T18:00:01Z", "late-done"],
  ])("RUT-03: held %s (step 2)", (_when, at, state) => {
    expect(dutyAt(storyOf([missing(), review(at)]), "case-review", LATER)?.state).toBe(state);
  });

  it.each([
    ["October", "2026-10-23T18:00:00+01:00", "2026-10-26T18:00:00Z"],
    ["March", "2027-03-26T18:00:00+00:00", "2027-03-29T17:00:00Z"],
    ["a leap day", "2028-02-27T18:00:00+00:00", "2028-03-01T18:00:00Z"],
    ["Christmas", "2026-12-23T18:00:00+00:00", "2026-12-26T18:00:00Z"],
  ])("RUT-03, RUT-05: three calendar days over %s (steps 2, 5)", (_when, missingSince, due) => {
    const report = missing({ missingSince });
    const story = storyOf([report]);
    expect([
      limitAt(story, "case-review", report.recordedAt),
      ...provisions.map((duty) => limitAt(story, duty, report.recordedAt)),
    ]).toEqual([due, due, due, due]);
  });

  it.each(["action-so-far", "next-actions", "return-to-placement"])(
    'RUT-03: without "%s" it is refused, and nothing changes (step 3)',
    (missed) => {
      const said = Object.fromEntries(Object.entries(outcomes).filter(([key]) => key !== missed));
      const story = storyOf([missing()]);
      expect(refusedBy(story, review("2026-11-05T10:00:00Z", said))).toEqual(["RUT-03 (step 3)"]);
      expect(dutyAt(story, "case-review", "2026-11-05T10:00:00Z")?.state).toBe("open");
      expect(refusedBy(story, review("2026-11-05T10:00:00Z"))).toEqual([]);
    },
  );

  it("RUT-03: found first, it is not required, with that reason (step 2)", () => {
    expect(dutyAt(storyOf([missing(), found()]), "case-review", LATER)).toMatchObject({
      state: "not-required",
      reason: "the child was found first",
    });
  });

  it("RUT-04: the next review is due three days after the one before, again and again (step 4)", () => {
    const story = storyOf([missing(), review("2026-11-04T12:00:00Z"), review("2026-11-07T12:00:00Z")]);
    expect(limitAt(story, "further-review-1", LATER)).toBe("2026-11-07T12:00:00Z");
    expect(dutyAt(story, "further-review-1", LATER)?.state).toBe("done");
    expect(limitAt(story, "further-review-2", LATER)).toBe("2026-11-10T12:00:00Z");
    expect(dutyAt(story, "further-review-2", LATER)?.state).toBe("open");
  });

  it("RUT-04: a second late is late; reminded, due, escalated (step 4)", () => {
    const story = storyOf([missing(), review("2026-11-04T12:00:00Z"), review("2026-11-07T12:00:01Z")]);
    expect(dutyAt(story, "further-review-1", LATER)?.state).toBe("late-done");
    const mails = mailsUntil(storyOf([missing(), review("2026-11-04T12:00:00Z")]), "2026-11-08T12:00:00Z");
    expect(inShort(mails, "RUT-04").map((m) => m.split(" ->")[0])).toEqual([
      "2026-11-06T12:00:00Z reminder",
      "2026-11-07T12:00:00Z limit",
      "2026-11-08T12:00:00Z escalate-1",
    ]);
  });

  it("RUT-04: no next review before the first (step 4)", () => {
    expect(dutyAt(storyOf([missing()]), "further-review-1", LATER)).toBeUndefined();
  });

  it.each([
    ["one second before its limit", "2026-11-05T17:59:59Z", undefined, "done"],
    ["at its limit", "2026-11-05T18:00:00Z", undefined, "done"],
    ["a second late", "2026-11-05T18:00:01Z", "done", "late-done"],
  ])("RUT-04: the first held %s (step 4)", (_when, at, after, first) => {
    const story = storyOf([missing(), review(at)]);
    expect(dutyAt(story, "further-review-0", LATER)?.state).toBe(after);
    expect(dutyAt(story, "case-review", LATER)?.state).toBe(first);
  });

  it("RUT-04: none held by the limit of the first, the next is due three days after it (step 4)", () => {
    const story = storyOf([missing()]);
    expect(limitAt(story, "further-review-0", "2026-11-05T18:00:00Z")).toBe("2026-11-08T18:00:00Z");
    const mails = mailsUntil(story, "2026-11-08T18:00:00Z");
    expect(inShort(mails, "RUT-04").map((m) => m.split(" ->")[0])).toEqual([
      "2026-11-07T18:00:00Z reminder",
      "2026-11-08T18:00:00Z limit",
    ]);
    const held = storyOf([missing(), review("2026-11-07T09:00:00Z")]);
    expect(dutyAt(held, "further-review-0", LATER)?.state).toBe("done");
    expect(limitAt(held, "further-review-1", LATER)).toBe("2026-11-10T09:00:00Z");
  });
});

describe("beyond three days", () => {
  it.each([
    ["one second before", "2026-11-05T17:59:59Z", []],
    [
      "exactly",
      "2026-11-05T18:00:00Z",
      ["2026-11-05T18:00:00Z told -> senior-manager@rutland.example, team-manager@rutland.example"],
    ],
  ])("RUT-05: %s three days, a Senior Manager has to brief the Director (step 5)", (_when, until, mails) => {
    expect(inShort(mailsUntil(storyOf([missing()]), until), "director-briefed")).toEqual(mails);
  });

  it("RUT-05: found after them the briefing stays; found within them there is none (step 5)", () => {
    const after = found({ returnedAt: "2026-11-05T18:00:01+00:00" });
    expect(dutyAt(storyOf([missing(), after]), "director-briefed", LATER)?.state).toBe("open");
    expect(dutyAt(storyOf([missing(), found()]), "director-briefed", LATER)).toBeUndefined();
    const story = storyOf([missing(), after, done("director-briefed", "2026-11-06T09:00:00Z")]);
    expect(dutyAt(story, "director-briefed", LATER)?.state).toBe("done");
  });

  it("RUT-05: the briefing is asked for again and listed until it is recorded (step 5)", () => {
    const story = storyOf([missing()]);
    expect(inShort(mailsUntil(story, "2026-11-07T18:00:00Z"), "director-briefed").slice(1)).toEqual([
      "2026-11-06T18:00:00Z ask-1 -> senior-manager@rutland.example, team-manager@rutland.example",
    ]);
    const briefed = storyOf([missing(), done("director-briefed", "2026-11-06T17:59:59Z")]);
    expect(inShort(mailsUntil(briefed, LATER), "director-briefed")).toHaveLength(1);
  });

  describe.each(provisions)("%s", (duty) => {
    it.each([
      ["one second before", "2026-11-05T17:59:59Z", "done"],
      ["exactly when due", "2026-11-05T18:00:00Z", "done"],
      ["a second after", "2026-11-05T18:00:01Z", "late-done"],
    ])("RUT-05: provided for %s, an answer of its own (step 5)", (_when, at, state) => {
      const story = storyOf([missing(), done(duty, at)]);
      expect(dutyAt(story, duty, LATER)?.state).toBe(state);
      const others = provisions.filter((other) => other !== duty);
      expect(others.map((other) => dutyAt(story, other, LATER)?.state)).toEqual(["open", "open"]);
    });

    it("RUT-05: reminded, due, escalated (step 5)", () => {
      expect(inShort(mailsUntil(storyOf([missing()]), "2026-11-06T18:00:00Z"), duty)).toEqual([
        "2026-11-04T18:00:00Z reminder -> team-manager@rutland.example",
        "2026-11-05T18:00:00Z limit -> team-manager@rutland.example, senior-manager@rutland.example",
        "2026-11-06T18:00:00Z escalate-1 -> senior-manager@rutland.example",
      ]);
    });
  });

  it("RUT-05: publicity only with the Communications Officer: refused before, nothing changed (step 5)", () => {
    const publicity = anAction("publicity", "2026-11-06T10:00:00Z", { outlet: "radio" });
    expect(refusedBy(storyOf([missing()]), publicity)).toEqual(["RUT-05 (step 5)"]);
    const agreed = anAction("communications-consulted", "2026-11-06T09:00:00Z", { officer: "press office" });
    expect(refusedBy(storyOf([missing(), agreed]), publicity)).toEqual([]);
  });
});
