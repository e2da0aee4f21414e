import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type Amount, addAmount, amountInWords } from "../../../functions/domain/calendar/deadline.ts";
import { inWords, toInstant, toIso } from "../../../functions/domain/calendar/instant.ts";
import { bankHolidayHorizon, bankHolidaysEndSoon } from "../../../functions/domain/calendar/working-day.ts";

const plus = (from: string, amount: number, unit: Amount["unit"]): string =>
  toIso(addAmount(toInstant(from), { amount, unit }));

describe("hours are elapsed hours, days keep London's wall time", () => {
  it.each([
    ["72 h into winter time", "2026-10-24T12:00:00+01:00", 72, "h", "2026-10-27T11:00:00Z"],
    ["3 d into winter time", "2026-10-24T12:00:00+01:00", 3, "d", "2026-10-27T12:00:00Z"],
    ["72 h into summer time", "2027-03-27T12:00:00+00:00", 72, "h", "2027-03-30T12:00:00Z"],
    ["3 d into summer time", "2027-03-27T12:00:00+00:00", 3, "d", "2027-03-30T11:00:00Z"],
    ["a week into summer time", "2027-03-27T12:00:00+00:00", 1, "wk", "2027-04-03T11:00:00Z"],
    ["to an hour that comes twice: the earlier", "2026-10-24T01:30:00+01:00", 1, "d", "2026-10-25T00:30:00Z"],
    [
      "to an hour that never comes: the one after",
      "2027-03-27T01:30:00+00:00",
      1,
      "d",
      "2027-03-28T01:30:00Z",
    ],
    ["over leap day", "2028-02-28T10:00:00+00:00", 2, "d", "2028-03-01T10:00:00Z"],
    ["over a 28 February", "2027-02-28T10:00:00+00:00", 1, "d", "2027-03-01T10:00:00Z"],
    ["24 h before", "2026-10-25T12:00:00+00:00", -24, "h", "2026-10-24T12:00:00Z"],
    ["1 d before", "2026-10-25T12:00:00+00:00", -1, "d", "2026-10-24T11:00:00Z"],
  ] as const)("%s", (_what, from, amount, unit, expected) => {
    expect(plus(from, amount, unit)).toBe(expected);
  });
});

describe("days added quickly, where no clock changes between", () => {
  const slowly = (from: number, days: number) =>
    Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO("Europe/London").add({ days })
      .epochMilliseconds;
  const inTheHoursRound = fc.integer({ min: -26 * 60, max: 26 * 60 }).map((minutes) => minutes * 60_000);
  const changes = ["2026-10-25T01:00:00Z", "2027-03-28T01:00:00Z"].map(toInstant);

  it("are the days of the calendar, whatever the time and wherever it goes", () => {
    const instants = fc.integer({
      min: toInstant("2024-01-01T00:00:00Z"),
      max: toInstant("2030-01-01T00:00:00Z"),
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: -400, max: 400 }), (from, days) => {
        expect(addAmount(from, { amount: days, unit: "d" })).toBe(slowly(from, days));
      }),
      { numRuns: 500 },
    );
  });

  it("are so to the minute round a change, from either side of it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...changes),
        inTheHoursRound,
        fc.integer({ min: -9, max: 9 }),
        (change, minutes, days) => {
          const from = slowly(change + minutes, -days);
          expect(addAmount(from, { amount: days, unit: "d" })).toBe(slowly(from, days));
        },
      ),
      { numRuns: 1_000 },
    );
    for (const change of changes)
      for (const days of [-1, 0, 1])
        expect(addAmount(change, { amount: days, unit: "d" })).toBe(slowly(change, days));
  });
});

describe("working days end at 17:00 London on the last", () => {
  it.each([
    ["from a Friday", "2026-11-13T09:00:00+00:00", 1, "2026-11-16T17:00:00Z"],
    ["from late in the evening", "2026-11-16T23:59:59+00:00", 1, "2026-11-17T17:00:00Z"],
    ["from a Saturday", "2026-11-14T09:00:00+00:00", 1, "2026-11-16T17:00:00Z"],
    ["over Christmas 2026, Boxing Day on the Monday", "2026-12-24T09:00:00+00:00", 1, "2026-12-29T17:00:00Z"],
    ["over the New Year of 2027", "2026-12-31T09:00:00+00:00", 1, "2027-01-04T17:00:00Z"],
    ["over Easter 2027 and the clock change", "2027-03-25T09:00:00+00:00", 1, "2027-03-30T16:00:00Z"],
    ["over leap day 2028", "2028-02-28T09:00:00+00:00", 2, "2028-03-01T17:00:00Z"],
    ["in summer time", "2026-07-06T09:00:00+01:00", 5, "2026-07-13T16:00:00Z"],
    ["London's day, not UTC's", "2026-07-06T23:30:00Z", 1, "2026-07-08T16:00:00Z"],
    ["before, over Christmas", "2026-12-29T17:00:00+00:00", -1, "2026-12-24T17:00:00Z"],
    [
      "past the horizon of the list, which is the earlier deadline",
      "2028-12-29T09:00:00+00:00",
      1,
      "2029-01-01T17:00:00Z",
    ],
  ] as const)("%s", (_what, from, days, expected) => {
    expect(plus(from, days, "wd")).toBe(expected);
  });

  it("the list of bank holidays says how far it goes", () => {
    expect(bankHolidayHorizon()).toBe("2028-12-26");
  });

  it.each([
    ["2028-06-25T22:59:59Z", false],
    ["2028-06-25T23:00:00Z", true],
    ["2030-01-01T00:00:00Z", true],
  ])("at %s, London's day counting, it ends within six months: %s", (at, soon) => {
    expect(bankHolidaysEndSoon(toInstant(at))).toBe(soon);
  });
});

describe("in words", () => {
  it.each([
    ["2026-11-14T21:30:00Z", "Sat 14 Nov 2026, 21:30"],
    ["2026-07-14T21:30:00Z", "Tue 14 Jul 2026, 22:30"],
    ["2026-10-25T01:30:00Z", "Sun 25 Oct 2026, 01:30"],
  ])("%s is %s in London", (iso, words) => {
    expect(inWords(toInstant(iso))).toBe(words);
  });

  it("an instant is written in whole seconds", () => {
    expect(toIso(toInstant("2026-11-14T21:30:00.999Z"))).toBe("2026-11-14T21:30:00Z");
  });

  it("amounts", () => {
    expect([amountInWords({ amount: 1, unit: "h" }), amountInWords({ amount: 20, unit: "wd" })]).toEqual([
      "1 hour",
      "20 working days",
    ]);
  });
});
