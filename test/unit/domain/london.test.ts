import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dayInWords, longDayInWords, toInstant } from "../../../functions/domain/calendar/instant.ts";
import {
  addDaysInLondon,
  dateOf,
  datesBetween,
  dayInLondon,
  isoInLondon,
  midnightOf,
  whenInLondon,
  wholeDays,
} from "../../../functions/domain/calendar/london.ts";

const shown = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO("Europe/London");

const seconds = fc.integer({
  min: toInstant("2020-01-01T00:00:00Z") / 1000,
  max: toInstant("2040-01-01T00:00:00Z") / 1000,
});
const moment = seconds.map((second) => second * 1000);

describe("London's calendar", () => {
  it("is Temporal's, of any moment", () => {
    fc.assert(
      fc.property(moment, (at) => {
        const there = shown(at);
        expect(dayInLondon(at)).toBe(there.toPlainDate().toString());
        expect(isoInLondon(at)).toBe(there.toString({ timeZoneName: "never", smallestUnit: "second" }));
        expect(midnightOf(dateOf(dayInLondon(at)))).toBe(there.startOfDay().epochMilliseconds);
      }),
    );
  });

  it("is Temporal's, between any two moments", () => {
    fc.assert(
      fc.property(moment, moment, (from, to) => {
        expect(wholeDays(from, to)).toBe(shown(from).until(shown(to), { largestUnit: "days" }).days);
        const dates = shown(from).toPlainDate().until(shown(to).toPlainDate(), { largestUnit: "day" });
        expect(datesBetween(from, to)).toBe(dates.days);
      }),
    );
  });

  it("is Temporal's, any number of days on or back", () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -400, max: 400 }), (from, days) => {
        expect(addDaysInLondon(from, days)).toBe(shown(from).add({ days }).epochMilliseconds);
      }),
    );
  });

  it("finds every moment again by what the clocks show, the first of an hour that comes twice", () => {
    fc.assert(
      fc.property(moment, (at) => {
        const { year, month, day, hour, minute } = shown(at);
        const wanted = Temporal.PlainDateTime.from({ year, month, day, hour, minute });
        const first = wanted.toZonedDateTime("Europe/London", { disambiguation: "earlier" });
        expect(whenInLondon({ year, month, day, hour, minute })).toBe(first.epochMilliseconds);
      }),
    );
  });

  it.each([
    ["the hour skipped in March", { year: 2026, month: 3, day: 29, hour: 1, minute: 30 }, undefined],
    [
      "the hour that comes twice",
      { year: 2026, month: 10, day: 25, hour: 1, minute: 30 },
      "2026-10-25T00:30:00Z",
    ],
  ])("reads %s", (_, clock, at) => {
    expect(whenInLondon(clock)).toBe(at === undefined ? undefined : toInstant(at));
  });

  it.each([
    { year: 2026, month: 2, day: 29, hour: 1, minute: 0 },
    { year: 2026, month: 13, day: 1, hour: 1, minute: 0 },
    { year: 2026, month: 2, day: 1, hour: 24, minute: 0 },
  ])("has no $year-$month-$day $hour:$minute", (clock) => {
    expect(() => whenInLondon(clock)).toThrow(RangeError);
  });

  it.each(["2026-02-29", "2026-1", "", "x-y-z"])("has no day %s", (day) => {
    expect(() => dateOf(day)).toThrow(RangeError);
  });

  it("is said in words", () => {
    expect(dayInWords("2011-03-09")).toBe("9 March 2011");
    expect(longDayInWords(toInstant("2026-11-14T23:30:00Z"))).toBe("Saturday 14 November 2026");
    expect(longDayInWords(toInstant("2026-06-14T23:30:00Z"))).toBe("Monday 15 June 2026");
  });
});
