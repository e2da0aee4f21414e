import { describe, expect, it } from "vitest";
import { anAction, plusSeconds } from "../../builders/events.ts";
import { dutyAt, inShort, limitAt, mailsUntil, refusedBy } from "../../builders/timetable.ts";
import { found, held, MANAGER, missing, PROVIDER, storyOf, written } from "./jowan.ts";

const LATER = "2026-12-20T00:00:00Z";
const HELD = "2026-11-16T10:00:00Z";
type Action = ReturnType<typeof anAction>;
const back = (...actions: Action[]) => storyOf([found(), ...actions]);
const HUB = "safeguarding-hub@torbay.example";

describe("the return interview", () => {
  it.each([
    ["one second before", "2026-11-17T20:39:59Z", "done"],
    ["exactly when due", "2026-11-17T20:40:00Z", "done"],
    ["a second after", "2026-11-17T20:40:01Z", "late-done"],
  ])("TOR-13: held %s, 72 hours after the return (1.3, 2.1)", (_when, at, state) => {
    expect(dutyAt(back(held(at)), "return-interview", LATER)?.state).toBe(state);
  });

  it("TOR-13: reminded, due, escalated (1.3, 2.1)", () => {
    expect(inShort(mailsUntil(back(), "2026-11-18T20:40:00Z"), "TOR-13")).toEqual([
      `2026-11-16T20:40:00Z reminder -> ${PROVIDER}`,
      `2026-11-17T20:40:00Z limit -> ${PROVIDER}, ${MANAGER}, childrens-services@torbay.example, missing-team@dc-police.example`,
      `2026-11-18T20:40:00Z escalate-1 -> ${MANAGER}, childrens-services@torbay.example`,
    ]);
  });

  it.each([
    ["October", "2026-10-23T18:00:00+01:00", "2026-10-26T17:00:00Z"],
    ["March", "2027-03-26T18:00:00+00:00", "2027-03-29T18:00:00Z"],
    ["a leap day", "2028-02-27T18:00:00+00:00", "2028-03-01T18:00:00Z"],
  ])("TOR-13: 72 elapsed hours over %s (2.1)", (_when, returnedAt, due) => {
    const received = new Date(Date.parse(returnedAt) + 900_000).toISOString();
    const story = storyOf([found({ foundAt: returnedAt, returnedAt, received })]);
    expect(limitAt(story, "return-interview", received)).toBe(due);
  });

  it.each([
    ["declined", anAction("decline", HELD, { reason: "does not want to" }), "does not want to"],
    ["exempt", anAction("exempt", HELD, { reason: "other", note: "moved away" }), "other"],
  ])("TOR-13, ALL-01: %s, it is not required, with the reason (1.3)", (_how, action, reason) => {
    expect(dutyAt(back(action), "return-interview", HELD)).toMatchObject({ state: "not-required", reason });
  });
});

describe("the 72-hour strategy meeting", () => {
  const MISSING_72H = "2026-11-17T16:00:00Z";

  it.each([
    ["one second before", plusSeconds(MISSING_72H, -1), 0],
    ["exactly", MISSING_72H, 1],
  ])("TOR-41: %s 72 hours missing all three are asked to attend (4.1)", (_when, until, mails) => {
    expect(inShort(mailsUntil(storyOf([missing()]), until), "TOR-41")).toEqual(
      mails
        ? [
            `${MISSING_72H} told -> childrens-services@torbay.example, ${PROVIDER}, missing-team@dc-police.example`,
          ]
        : [],
    );
  });

  it.each([
    ["72 hours to the second", "2026-11-17T16:00:00+00:00", undefined],
    ["a second longer", "2026-11-17T16:00:01+00:00", "open"],
  ])("TOR-41: a child back after %s (4.1)", (_how, returnedAt, state) => {
    const back = found({ foundAt: returnedAt, returnedAt, received: "2026-11-17T18:00:00Z" });
    expect(dutyAt(storyOf([missing(), back]), "strategy-meeting", LATER)?.state).toBe(state);
  });

  it("TOR-41: held, or none and why, it is over; of a child placed by another it is not asked (4.1, intro)", () => {
    const meeting = anAction("meeting-held", LATER, { meeting: "strategy" });
    const none = anAction("duty-done", LATER, { duty: "strategy-meeting", outcome: "found an hour before" });
    const state = (...more: Action[]) =>
      dutyAt(storyOf([missing(), ...more]), "strategy-meeting", LATER)?.state;
    expect([state(), state(meeting), state(none)]).toEqual(["open", "done", "not-required"]);
    const theirs = storyOf([missing({ placingAuthority: "Kent" })]);
    expect(dutyAt(theirs, "strategy-meeting", LATER)).toBeUndefined();
  });
});

describe("the form", () => {
  it.each(["interviewer", "place", "harm", "reasons", "options", "staying-safe"])(
    'TOR-21: a record whose "%s" is empty is refused, and nothing changes (2.2–2.4)',
    (section) => {
      const story = back(held(HELD));
      expect(refusedBy(story, written("2026-11-16T15:00:00Z", section))).toEqual(["TOR-21 (2.2–2.4)"]);
      expect(dutyAt(story, "written-record", "2026-11-16T15:00:00Z")?.state).toBe("open");
    },
  );

  it("TOR-31: without professional observations it is refused too (3.1)", () => {
    expect(refusedBy(back(held(HELD)), written(HELD, "observations"))).toEqual(["TOR-31 (3.1)"]);
    expect(refusedBy(back(held(HELD)), written(HELD))).toEqual([]);
  });

  it("TOR-21: what parents or carers say may stay empty (2.4)", () => {
    expect(refusedBy(back(held(HELD)), written(HELD, "parent-carer"))).toEqual([]);
  });
});

describe("a concern or disclosure", () => {
  it.each([
    ["the Hub", "safeguarding-hub", "done"],
    ["somebody else", "school", "open"],
    ["nobody named", undefined, "open"],
  ])("TOR-25: a referral to %s (2.5)", (_who, to, state) => {
    const referral = anAction("referral-made", "2026-11-16T12:00:00Z", to ? { to } : {});
    expect(dutyAt(back(noticed(), referral), "hub-referral", LATER)?.state).toBe(state);
  });

  const noticed = (noticedAt?: string) =>
    held(HELD, { concerns: { safeguarding: true, ...(noticedAt ? { noticedAt } : {}) } });

  it("TOR-25: referral by 24 hours from when it was noticed, else from the interview's start (2.5)", () => {
    expect(limitAt(back(noticed("2026-11-15T18:00:00Z")), "hub-referral", HELD)).toBe("2026-11-16T18:00:00Z");
    const unsaid = dutyAt(back(noticed()), "hub-referral", HELD);
    expect(unsaid).toMatchObject({
      dueAt: Date.parse("2026-11-17T10:00:00Z"),
      standIn: "the interview's start",
    });
  });

  it.each([
    ["one second before", "2026-11-17T09:59:59Z", "done"],
    ["exactly when due", "2026-11-17T10:00:00Z", "done"],
    ["a second after", "2026-11-17T10:00:01Z", "late-done"],
  ])("TOR-25: referred %s (2.5)", (_when, at, state) => {
    expect(
      dutyAt(
        back(noticed(), anAction("referral-made", at, { to: "safeguarding-hub" })),
        "hub-referral",
        LATER,
      )?.state,
    ).toBe(state);
  });

  it("TOR-25: told at once, reminded, due, escalated (2.5)", () => {
    expect(inShort(mailsUntil(back(noticed()), "2026-11-18T10:00:00Z"), "TOR-25")).toEqual([
      `2026-11-16T10:00:00Z told -> ${PROVIDER}`,
      `2026-11-17T06:00:00Z reminder -> ${PROVIDER}`,
      `2026-11-17T10:00:00Z limit -> ${PROVIDER}, ${MANAGER}, ${HUB}`,
      `2026-11-18T10:00:00Z escalate-1 -> ${MANAGER}, ${HUB}`,
    ]);
  });

  it("TOR-25: noticed in a call before any interview, it counts from the call (2.5)", () => {
    const call = anAction("contact-made", "2026-11-15T12:00:00Z", {
      concerns: { safeguarding: true, noticedAt: "2026-11-15T12:00:00Z" },
    });
    expect(limitAt(back(call), "hub-referral", call.at)).toBe("2026-11-16T12:00:00Z");
  });
});

describe("a child who refuses", () => {
  const no = anAction("decline", HELD, { reason: "does not want to" });

  it("TOR-26: parents and carers are offered to say what they know (2.6)", () => {
    expect(inShort(mailsUntil(back(no), LATER), "TOR-26")).toEqual([`${HELD} told -> ${PROVIDER}`]);
    expect(dutyAt(back(no), "parents-offered", HELD)?.dueAt).toBeUndefined();
  });

  it.each([
    [
      "the offer",
      anAction("duty-done", "2026-11-17T09:00:00Z", { duty: "parents-offered", outcome: "declined" }),
    ],
    [
      "what they said",
      anAction("unable-to-gather-voice", "2026-11-17T09:00:00Z", {
        informationFrom: "parent",
        summary: "was with a cousin",
      }),
    ],
  ])("TOR-26: %s ends it (2.6)", (_what, evidence) => {
    expect(dutyAt(back(no, evidence), "parents-offered", evidence.at)?.state).toBe("done");
  });

  it("TOR-26: where the parent declined, nobody asks the parent again (2.6)", () => {
    const parent = anAction("decline", HELD, { reason: "no consent", by: "parent" });
    expect(dutyAt(back(parent), "parents-offered", LATER)).toBeUndefined();
  });
});
