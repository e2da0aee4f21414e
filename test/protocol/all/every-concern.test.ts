import { describe, expect, it } from "vitest";
import type { EpisodeEvent } from "../../../functions/domain/episode/events.ts";
import { anAction, compact, foundCompact, missingCompact, plusSeconds } from "../../builders/events.ts";
import { leicestershire, torbay } from "../../builders/profiles.ts";
import { dutyAt, inShort, limitAt, mailsUntil, storiesUnder } from "../../builders/timetable.ts";

const HELD = "2026-11-16T10:00:00Z";
const REFERRED = "2026-11-16T12:00:00Z";
const SECOND = "2026-11-18T15:00:00Z";
const LATER = "2026-11-25T00:00:00Z";

const inTorbay = { force: "devon-cornwall-police" };
const held = anAction("interview-held", HELD, { method: "face-to-face", concerns: { safeguarding: true } });
const referred = (at: string) => anAction("referral-made", at, { to: "safeguarding-hub" });
const told = (at: string, more: Record<string, boolean | string> = {}) =>
  anAction("contact-made", at, { concerns: { safeguarding: true, ...more } });
const story = (...events: EpisodeEvent[]) =>
  storiesUnder(torbay)([missingCompact(inTorbay), foundCompact(inTorbay), ...events]);

describe("each disclosure", () => {
  const both = story(held, referred(REFERRED), told(SECOND));

  it("ALL-09, TOR-25: has a duty and clock of its own, also when an earlier one was dealt with", () => {
    expect(dutyAt(both, "hub-referral", LATER)?.state).toBe("done");
    expect(dutyAt(both, "hub-referral-2", plusSeconds(SECOND, -1))).toBeUndefined();
    expect(dutyAt(both, "hub-referral-2", SECOND)).toMatchObject({
      state: "open",
      dueAt: Date.parse("2026-11-19T15:00:00Z"),
    });
  });

  it("ALL-09: is told at once, reminded, due and escalated by itself", () => {
    const rungs = inShort(mailsUntil(both, "2026-11-20T15:00:00Z"), "hub-referral-2");
    expect(rungs.map((mail) => mail.split(" -> ")[0])).toEqual([
      `${SECOND} told`,
      "2026-11-19T11:00:00Z reminder",
      "2026-11-19T15:00:00Z limit",
      "2026-11-20T15:00:00Z escalate-1",
    ]);
  });

  it.each([
    ["one second before", "2026-11-19T14:59:59Z", "done"],
    ["exactly when due", "2026-11-19T15:00:00Z", "done"],
    ["a second after", "2026-11-19T15:00:01Z", "late-done"],
  ])("ALL-09: referred %s", (_when, at, state) => {
    const done = story(held, referred(REFERRED), told(SECOND), referred(at));
    expect(dutyAt(done, "hub-referral-2", LATER)?.state).toBe(state);
  });

  it("ALL-09: counts from when it was noticed itself, not from when the first was", () => {
    const first = told("2026-11-16T10:00:00Z", { noticedAt: "2026-11-16T09:00:00Z" });
    const next = told(SECOND, { noticedAt: "2026-11-18T08:00:00Z" });
    expect(limitAt(story(first, next), "hub-referral", LATER)).toBe("2026-11-17T09:00:00Z");
    expect(limitAt(story(first, next), "hub-referral-2", LATER)).toBe("2026-11-19T08:00:00Z");
  });

  it("ALL-09: taken back, its duty goes, and no other's name changes", () => {
    const first = { ...told("2026-11-16T10:00:00Z"), id: "first" };
    const back = anAction("withdraw", "2026-11-18T16:00:00Z", { recorded: "first", reason: "wrong child" });
    const left = story(first, told(SECOND), back);
    expect(dutyAt(left, "hub-referral", LATER)).toBeUndefined();
    expect(dutyAt(left, "hub-referral-2", LATER)?.state).toBe("open");
  });

  it("ALL-09: what the record only writes up of its interview is no second one", () => {
    const record = anAction("written-record", SECOND, {
      writtenToChild: false,
      sections: {},
      concerns: { safeguarding: true },
    });
    expect(dutyAt(story(held, record), "hub-referral-2", LATER)).toBeUndefined();
  });
});

describe("a flag of the police's", () => {
  const toolkit = anAction("toolkit", "2026-11-17T10:00:00Z", { outcome: "completed" });
  const flagged = (at: string, raw: string) =>
    compact("update", at, {
      flags: ["exploitation"],
      provenance: { flags: { source: "text", label: "Warnings", raw } },
    });
  const under = (...events: EpisodeEvent[]) =>
    storiesUnder(leicestershire)([missingCompact(), foundCompact(), ...events]);

  it("ALL-09: said again in other words after it was dealt with starts anew; repeated it does not", () => {
    const first = flagged("2026-11-16T10:00:00Z", "CSE");
    const again = flagged("2026-11-18T10:00:00Z", "seen in a car with older men, CSE");
    expect(dutyAt(under(first, toolkit, again), "toolkit-2", LATER)?.state).toBe("open");
    const same = flagged("2026-11-18T10:00:00Z", "CSE");
    expect(dutyAt(under(first, toolkit, same), "toolkit-2", LATER)).toBeUndefined();
    expect(dutyAt(under(first, again), "toolkit-2", LATER)).toBeUndefined();
  });
});

describe("an interview that has gone out", () => {
  const signed = [
    anAction("interview-held", HELD, { method: "face-to-face" }),
    anAction("sign-off", "2026-11-17T10:00:00Z", { nextSteps: "none" }),
  ];
  const under = (...events: EpisodeEvent[]) =>
    storiesUnder(leicestershire)([missingCompact(), foundCompact(), ...signed, ...events]);

  it("ALL-09: goes again, marked, with an immediate concern recorded since, and with no other", () => {
    const mails = mailsUntil(under(told(SECOND, { immediate: true, summary: "met him again" })), LATER);
    const again = mails.filter(({ duty }) => duty === "distribution-2");
    expect(again.map(({ at }) => at)).toEqual([SECOND]);
    expect(again[0]?.letter.subject).toContain("AGAIN, with a later immediate concern");
    expect(JSON.stringify(again[0]?.letter.paragraphs)).toContain("met him again");
    expect(mailsUntil(under(told(SECOND)), LATER).filter(({ duty }) => duty === "distribution-2")).toEqual(
      [],
    );
  });
});
