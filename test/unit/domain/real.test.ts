import { describe, expect, it } from "vitest";
import { isRealDay, isRealMoment } from "../../../functions/domain/calendar/real.ts";

describe("a day", () => {
  it.each(["2011-03-09", "2012-02-29", "1970-01-01", "2026-12-31"])("%s is in the calendar", (day) => {
    expect(isRealDay(day)).toBe(true);
  });

  it.each(["2012-02-30", "2011-02-29", "2026-11-31", "2026-13-01", "2026-00-10", "2026-1-1", "", "x"])(
    "%j is in no calendar",
    (day) => {
      expect(isRealDay(day)).toBe(false);
    },
  );
});

describe("a time", () => {
  it.each(["2026-11-14T21:30:00+00:00", "2026-11-20T09:00Z", "2026-07-20T09:00:00.5+0100"])(
    "%s is on the clock",
    (moment) => {
      expect(isRealMoment(moment)).toBe(true);
    },
  );

  it.each([
    "2026-11-31T00:00Z",
    "2026-11-30T24:00Z",
    "2026-11-30T25:61:00+00:00",
    "2026-11-30T09:00:00+99:00",
    "2026-11-30T09:00",
    "20 Nov 2026Z",
  ])("%j is on none", (moment) => {
    expect(isRealMoment(moment)).toBe(false);
  });
});
