import { describe, expect, it } from "vitest";
import type { Profile } from "../../../functions/domain/profile/profile.ts";
import { anAction, compact, foundCompact, missingCompact } from "../../builders/events.ts";
import { derbyCity, leicestershire } from "../../builders/profiles.ts";
import { dutyAt, mailsUntil } from "../../builders/timetable.ts";

const authorities: [string, Profile][] = [
  ["Leicestershire", leicestershire],
  ["Derby City", derbyCity],
];
const AT = "2026-11-16T10:00:00Z";
const episode = (profile: Profile) => {
  const force = profile.forces[0]?.id ?? "";
  return [missingCompact({ force }), foundCompact({ force })];
};
const interviewAt = (profile: Profile, now: string, ...more: Parameters<typeof storyOf>[1]) =>
  dutyAt(storyOf(profile, more), "return-interview", now);
const storyOf = (
  profile: Profile,
  more: ReturnType<typeof episode>[number][] | ReturnType<typeof anAction>[],
) => ({
  profile,
  events: [...episode(profile), ...more],
});

describe.each(authorities)("%s: nothing ends in silence", (_name, profile) => {
  // Leicestershire keeps the duty until the refusal is written up too (LEI-04).
  const written = anAction("written-record", AT, { writtenToChild: true, sections: {} });

  it.each([
    ["a refusal", anAction("decline", AT, { reason: "did not want to talk" }), "did not want to talk"],
    ["an exemption", anAction("exempt", AT, { reason: "police-investigation" }), "police-investigation"],
  ])("ALL-01: %s ends the interview duty with its recorded reason", (_what, action, reason) => {
    expect(interviewAt(profile, AT, action, written)).toMatchObject({ state: "not-required", reason });
  });

  it("ALL-01: a refusal without a reason cannot be recorded", () => {
    expect(() => anAction("decline", AT, {})).toThrow();
    expect(() => anAction("nil-return", AT, {})).toThrow();
  });

  it("ALL-01: every duty that ended unfulfilled says why", () => {
    const cancelled = anAction("cancel", AT, { reason: "duplicate" });
    const story = storyOf(profile, [cancelled]);
    const keys = new Set(mailsUntil(story, "2026-11-30T00:00:00Z").map((m) => m.duty));
    const ended = [...keys].map((key) => dutyAt(story, key, AT)).filter((d) => d?.state === "not-required");
    expect(ended.length).toBeGreaterThan(0);
    expect(ended.every((d) => (d?.reason ?? "") !== "")).toBe(true);
  });

  it.each(["created-in-error", "duplicate"] as const)(
    "ALL-05: %s ends the clocks with that reason, and no mail follows",
    (reason) => {
      const story = {
        profile,
        events: [...episode(profile).slice(0, 1), anAction("cancel", "2026-11-15T00:00:00Z", { reason })],
      };
      const mails = mailsUntil(story, "2026-12-15T00:00:00Z");
      expect(mails.every((m) => m.at <= "2026-11-15T00:00:00Z")).toBe(true);
      const duty = mails[0]?.duty ?? "";
      expect(dutyAt(story, duty, "2026-11-15T00:00:00Z")).toMatchObject({
        state: "not-required",
        reason: reason.replaceAll("-", " "),
      });
    },
  );

  it('ALL-05: "cancelled" after a return is the police closing their record and ends nothing', () => {
    const closed = compact("cancelled", "2026-11-15T12:00:00Z", { force: profile.forces[0]?.id ?? "" });
    expect(interviewAt(profile, AT, closed as never)?.state).toBe("open");
  });
});
