import { describe, expect, it } from "vitest";
import { type anAction, compact, foundCompact, missingCompact } from "../../builders/events.ts";
import { leicestershire } from "../../builders/profiles.ts";
import { dutyAt, inShort, mailsUntil, storiesUnder } from "../../builders/timetable.ts";

const story = storiesUnder(leicestershire);
const LATER = "2026-11-17T00:00:00Z";
const OFFICE = "ce-team@leicestershire.example";
const MISSING = "2026-11-14T21:30:00+00:00";
const KNOWN = "2026-11-15T12:00:00Z";
type Event = Parameters<typeof story>[0][number] | ReturnType<typeof anAction>;

const missing = missingCompact({ missingSince: MISSING, received: KNOWN });
const foundAt = (returnedAt: string, options: object = {}) =>
  foundCompact({ returnedAt, received: "2026-11-15T09:00:00Z", ...options });
const told = (...events: Event[]) => inShort(mailsUntil(story(events), LATER), "ALL-22");

describe("a found report that came first and is earlier than the absence", () => {
  it("ALL-22: the office is told as soon as the missing report shows it, and the child counts as missing", () => {
    const early = foundAt("2026-11-14T21:29:59+00:00");
    expect(told(early)).toEqual([]);
    expect(told(early, missing)).toEqual([`${KNOWN} told -> ${OFFICE}`]);
    expect(dutyAt(story([early, missing]), "return-interview", LATER)?.state).not.toBe("open");
  });

  it.each(["2026-11-14T21:30:00+00:00", "2026-11-14T21:30:01+00:00"])(
    "ALL-22: one that says the same minute or later (%s) ends the absence, and nobody is told",
    (returnedAt) => {
      expect(told(foundAt(returnedAt), missing)).toEqual([]);
      expect(dutyAt(story([foundAt(returnedAt), missing]), "return-interview", LATER)?.state).toBe("open");
    },
  );

  it("ALL-22: missing again after a return is another absence, and nothing odd", () => {
    const again = missingCompact({ missingSince: "2026-11-15T20:00:00Z", received: "2026-11-15T20:30:00Z" });
    expect(told(missingCompact(), foundAt("2026-11-15T08:00:00+00:00"), again)).toEqual([]);
  });

  it("ALL-22: an update says nothing of when", () => {
    expect(told(foundAt("2026-11-14T20:00:00+00:00"), compact("update", KNOWN))).toEqual([]);
  });
});
