import { describe, expect, it } from "vitest";
import { anEarlierEpisode } from "../../builders/context.ts";
import { anAction, foundCompact, missingCompact } from "../../builders/events.ts";
import { leicestershire as profile } from "../../builders/profiles.ts";
import { dutyAt, inShort, mailsUntil } from "../../builders/timetable.ts";

const first = { profile, events: [missingCompact(), foundCompact()] };
const gone = "2026-11-16T20:00:00+00:00";
const second = {
  profile,
  events: [
    missingCompact({ reference: "MP/26/004460", missingSince: gone }),
    foundCompact({ reference: "MP/26/004460", returnedAt: "2026-11-17T06:00:00+00:00" }),
  ],
  history: [anEarlierEpisode("2026-11-14T21:30:00Z")],
};
const held = anAction("interview-held", "2026-11-19T10:00:00Z", {
  method: "face-to-face",
  reasonLate: "missing again",
  covers: ["MP/26/004417", "MP/26/004460"],
});

describe("missing again before the interview", () => {
  it("ALL-03: the open interview duty stays with its own limit and mails", () => {
    const story = { ...first, history: [anEarlierEpisode(gone, { knownAt: "2026-11-16T21:30:00Z" })] };
    expect(dutyAt(story, "return-interview", "2026-11-17T00:00:00Z")?.state).toBe("open");
    expect(inShort(mailsUntil(story, "2026-11-18T12:00:00Z"), "LEI-04").at(-1)).toContain(
      "2026-11-18T08:00:00Z limit",
    );
  });

  it("ALL-03: the new episode has an interview duty of its own", () => {
    expect(dutyAt(second, "return-interview", "2026-11-17T07:00:00Z")?.state).toBe("open");
  });

  it("ALL-02: one interview for both: each clock is judged on its own", () => {
    const states = [first, second].map(
      (s) => dutyAt({ ...s, events: [...s.events, held] }, "return-interview", "2026-11-19T10:00:00Z")?.state,
    );
    expect(states).toEqual(["late-done", "done"]);
  });
});
