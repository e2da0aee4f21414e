import { describe, expect, it } from "vitest";
import { foundCompact, missingCompact } from "../../builders/events.ts";
import { leicestershire as profile } from "../../builders/profiles.ts";
import { dutyAt, mailsUntil } from "../../builders/timetable.ts";

type Facts = Parameters<typeof missingCompact>[0];
/** Born so that the 18th birthday is Tue 17 Nov 2026, two days after the return. */
const storyWith = (facts: Facts = {}, dateOfBirth = "2008-11-17") => ({
  profile,
  events: [missingCompact({ ...facts, child: { dateOfBirth } }), foundCompact({ child: { dateOfBirth } })],
});
const interviewAt = (now: string, facts?: Facts, born?: string) =>
  dutyAt(storyWith(facts, born), "return-interview", now);

describe("an 18th birthday", () => {
  it("ALL-05: ends the clocks at London's midnight, with that reason", () => {
    expect(interviewAt("2026-11-16T23:59:59Z")?.state).toBe("open");
    expect(interviewAt("2026-11-17T00:00:00Z")).toMatchObject({
      state: "not-required",
      reason: "18th birthday",
    });
    expect(mailsUntil(storyWith(), "2026-12-01T00:00:00Z").at(-1)?.at).toBe("2026-11-15T08:30:00Z");
  });

  it.each(["care-leaver", "looked-after"] as const)(
    "ALL-05: not those of a %s, to whom duties continue",
    (careStatus) => {
      expect(interviewAt("2026-11-20T00:00:00Z", { careStatus })?.state).toBe("open");
    },
  );

  it.each<[string, Facts]>([
    ["circumstances", { circumstances: "She is seven months pregnant." }],
    ["warnings", { warnings: ["Pregnancy"] }],
  ])("ALL-05: nor those of a pregnant woman, as the %s say", (_where, facts) => {
    expect(interviewAt("2026-11-20T00:00:00Z", facts)?.state).toBe("open");
  });

  it("ALL-05: born on 29 February, it is the first of March", () => {
    const story = (now: string) => {
      const child = { dateOfBirth: "2008-02-29" };
      const events = [
        missingCompact({ missingSince: "2026-02-26T21:30:00+00:00", child }),
        foundCompact({ returnedAt: "2026-02-27T08:00:00+00:00", child }),
      ];
      return dutyAt({ profile, events }, "return-interview", now)?.state;
    };
    expect([story("2026-02-28T12:00:00Z"), story("2026-03-01T00:00:00Z")]).toEqual(["open", "not-required"]);
  });

  it("ALL-05: a date of birth that makes an adult from the start silences nothing: a person decides", () => {
    expect(interviewAt("2026-11-16T00:00:00Z", {}, "1988-11-17")?.state).toBe("open");
    expect(mailsUntil(storyWith({}, "1988-11-17"), "2026-11-15T09:00:00Z").length).toBeGreaterThan(0);
  });
});
