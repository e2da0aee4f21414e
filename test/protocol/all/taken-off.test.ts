import { describe, expect, it } from "vitest";
import { fold } from "../../../functions/domain/episode/fold.ts";
import { anAction, foundCompact, missingCompact, plusSeconds } from "../../builders/events.ts";
import { leicestershire } from "../../builders/profiles.ts";
import { dutyAt, inShort, limitAt, mailsUntil, storiesUnder } from "../../builders/timetable.ts";

const RUTH = "manager:r.bell@leicestershire.example";
/** The child has been missing since 14 November, 21:30. */
const SEVENTY_TWO_HOURS = "2026-11-17T21:30:00Z";
const wrong = { ...foundCompact(), id: "wrong" };
const story = storiesUnder(leicestershire);

const takenOff = (at: string) => [
  missingCompact(),
  wrong,
  { ...anAction("withdraw", at, { recorded: "wrong", reason: "another child's" }, RUTH), id: "off" },
];
const isDiscussed = (at: string, now: string) =>
  dutyAt(story(takenOff(at)), "strategy-discussion", now) !== undefined;

describe("a found report taken off its episode", () => {
  it("ALL-21, LEI-03: re-opens the search, whose 72 hours run as if it had never come", () => {
    const off = "2026-11-16T15:00:00Z";
    expect(isDiscussed(off, plusSeconds(SEVENTY_TWO_HOURS, -1))).toBe(false);
    expect(isDiscussed(off, SEVENTY_TWO_HOURS)).toBe(true);
    expect(isDiscussed(off, plusSeconds(SEVENTY_TWO_HOURS, 1))).toBe(true);
    expect(dutyAt(story([missingCompact(), wrong]), "strategy-discussion", SEVENTY_TWO_HOURS)).toBe(
      undefined,
    );
  });

  it("ALL-21: taken off only after those hours, the discussion is asked for at that moment, not before", () => {
    const off = "2026-11-18T10:00:00Z";
    expect(isDiscussed(off, plusSeconds(off, -1))).toBe(false);
    expect(isDiscussed(off, off)).toBe(true);
    expect(isDiscussed(off, plusSeconds(off, 1))).toBe(true);
    const told = mailsUntil(story(takenOff(off)), plusSeconds(off, 1));
    expect(told.filter(({ duty }) => duty === "strategy-discussion")).not.toEqual([]);
  });

  it("ALL-21: asks for no interview from then on, until the child is back; then within 72 hours of that return", () => {
    const off = "2026-11-16T15:00:00Z";
    const back = foundCompact({
      id: "back",
      returnedAt: "2026-11-17T09:00:00Z",
      received: "2026-11-17T09:30:00Z",
    });
    const events = story([...takenOff(off), back]);
    expect(dutyAt(events, "return-interview", plusSeconds(off, -1))?.state).toBe("open");
    expect(dutyAt(events, "return-interview", off)).toBe(undefined);
    expect(limitAt(events, "return-interview", "2026-11-17T09:30:00Z")).toBe("2026-11-20T09:00:00Z");
  });

  it("ALL-21: whoever was told of the return is told, once", () => {
    const off = "2026-11-16T15:00:00Z";
    expect(inShort(mailsUntil(story(takenOff(off)), "2026-11-20T00:00:00Z"), "taken-back")).toHaveLength(1);
  });

  it("ALL-21: the same in whatever order the events come", () => {
    const events = takenOff("2026-11-16T15:00:00Z");
    expect(fold("ep-1", events.toReversed())).toEqual(fold("ep-1", events));
    expect(fold("ep-1", events).status).toBe("missing");
  });
});
