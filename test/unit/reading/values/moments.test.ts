import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { ageOn } from "../../../../functions/reading/compact/times/find-dates.ts";
import { readDay, readMoment } from "../../../../functions/reading/compact/times/moments.ts";

const at = (text: string) => {
  const moment = readMoment(text);
  return moment.kind === "instant" ? moment.at : moment.kind;
};

describe("stated moments", () => {
  it.each([
    "14/11/2026 21:30",
    "14/11/26 2130",
    "14-Nov-2026 21:30",
    "Saturday 14 November 2026 at 9.30pm",
    "2130hrs on 14/11/2026",
    "2026-11-14T21:30Z",
    "14.11.2026 21.30",
    "14th November 2026 21:30",
    "Sat 14 Nov 26, 21:30:00",
    "14 November 2026 9:30 PM",
    "21:30 14/11/2026",
    "14/11/2026 at 2130 hours",
    "2026-11-14 21:30",
    "14-11-2026 @ 21:30hrs",
    "November 14, 2026 21:30",
    "14/11/2026 21:30 GMT",
    "14NOV2026 2130",
    "14 NOV 2026 2130HRS",
    "2026/11/14 21:30",
    "20261114 2130",
    "14\\11\\2026 21:30",
    "14/11/26 - 21:30",
    "14/11/2026 9:30 in the evening",
    "14/11/2026 9.30 tonight",
    "21:30 on 14/11/2026",
    "14/11/2026 at home, seen by her mother at approx 9.30pm",
  ])("%s is half past nine in the evening", (text) => {
    expect(at(text)).toBe("2026-11-14T21:30:00+00:00");
  });

  it("the day comes first, always", () => {
    expect(at("03/04/2026 10:00")).toBe("2026-04-03T10:00:00+01:00");
    expect(at("11/14/2026 10:00")).toBe("unreadable");
  });

  it.each([
    ["noon", "14/11/2026 noon", "2026-11-14T12:00:00+00:00"],
    ["12am", "14/11/2026 12.05am", "2026-11-14T00:05:00+00:00"],
    ["summer time", "14/07/2026 21:30", "2026-07-14T21:30:00+01:00"],
    ["a stated zone", "14/07/2026 21:30 BST", "2026-07-14T21:30:00+01:00"],
    ["universal time in summer", "2026-07-14T20:30:00Z", "2026-07-14T21:30:00+01:00"],
    ["an offset", "2026-07-14T22:30:00+02:00", "2026-07-14T21:30:00+01:00"],
    ["midnight at the end of a day", "13/11/2026 24:00", "2026-11-14T00:00:00+00:00"],
    ["noon by its hour", "14/11/2026 12 noon", "2026-11-14T12:00:00+00:00"],
    ["noon by its figures", "12.00 noon 14/11/2026", "2026-11-14T12:00:00+00:00"],
    ["midday", "midday on 14/11/2026", "2026-11-14T12:00:00+00:00"],
    ["midnight by its hour", "14/11/2026 12 midnight", "2026-11-14T00:00:00+00:00"],
    ["midnight by its figures", "14/11/2026 12.00 midnight", "2026-11-14T00:00:00+00:00"],
    ["midnight alone", "Midnight, 14/11/2026", "2026-11-14T00:00:00+00:00"],
    ["midnight that says which", "13/11/2026 24:00 midnight", "2026-11-14T00:00:00+00:00"],
    ["an offset after UTC", "14/11/2026 21:30 UTC+1", "2026-11-14T20:30:00+00:00"],
    ["an offset as databases print it", "2026-11-14 21:30:00+00", "2026-11-14T21:30:00+00:00"],
    ["midnight with its minutes", "14/11/2026 12:15 midnight", "2026-11-14T00:15:00+00:00"],
    ["a constable's number before it", "PC 1552 14/11/2026 21:30", "2026-11-14T21:30:00+00:00"],
    ["a house number beside it", "14/11/2026 21:30 Flat 1200", "2026-11-14T21:30:00+00:00"],
    ["a size beside it", "14/11/2026 21:30, in size 12.30 shoes", "2026-11-14T21:30:00+00:00"],
    ["a time it is not", "14/11/2026 21:30 (not 20:30)", "2026-11-14T21:30:00+00:00"],
    ["another time before it", "reported 22:41, missing 14/11/2026 21:30", "2026-11-14T21:30:00+00:00"],
    ["a constable's number beside it", "14/11/2026 21:30 by PC 1552", "2026-11-14T21:30:00+00:00"],
  ])("%s is read", (_name, text, expected) => {
    expect(at(text)).toBe(expected);
  });

  it.each([
    "31/02/2026 10:00",
    "14/11/2026 25:00",
    "Sunday 14 November 2026 at 9pm",
    "yesterday evening",
    "14/13/2026 10:00",
    "12/11/2026 or 14/11/2026 21:30",
    "00/11/2026 10:00",
    "Night of 13/14 November 2026 23:00",
    "13/14/11/2026 23:00",
    "13 November to 14 November 2026 23:00",
    "13/11/2026 21:30 - 14/11/2026 07:00",
    "14/11/2026 13:30am",
    "that evening, 14/11/2026 9.30",
    "14 Nov 21:30",
    "Flat 1200",
  ])("%s is not readable", (text) => {
    expect(at(text)).toBe("unreadable");
  });

  it("a date alone is no moment, nor is a time", () => {
    expect(at("14/11/2026")).toBe("date");
    expect(at("21:30")).toBe("time");
  });

  it("an hour that comes twice is the earlier one, and is said to be ambiguous", () => {
    expect(readMoment("25/10/2026 01:30")).toEqual({
      kind: "instant",
      at: "2026-10-25T01:30:00+01:00",
      ambiguous: true,
    });
  });

  it("an hour that is skipped is the earlier instant, and is said to be ambiguous", () => {
    expect(readMoment("28/03/2027 01:30")).toEqual({
      kind: "instant",
      at: "2027-03-28T00:30:00+00:00",
      ambiguous: true,
    });
  });

  it("of a span of time the earlier end counts, and it is said to be ambiguous", () => {
    expect(readMoment("14/11/2026 between 21:00 and 22:00")).toEqual({
      kind: "instant",
      at: "2026-11-14T21:00:00+00:00",
      ambiguous: true,
    });
  });

  it.each([
    ["14/11/2026 21:30-22:00", "2026-11-14T21:30:00+00:00"],
    ["2130-2200hrs on 14/11/2026", "2026-11-14T21:30:00+00:00"],
    ["15/11/2026 09:50-10:00", "2026-11-15T09:50:00+00:00"],
    ["2026-11-15 09:50-10:00", "2026-11-15T09:50:00+00:00"],
    ["14/11/2026 23:30 to 00:30", "2026-11-14T23:30:00+00:00"],
    ["13/11/2026 between 23:30 and 00:10", "2026-11-13T23:30:00+00:00"],
    ["14/11/2026 8-9pm", "2026-11-14T20:00:00+00:00"],
    ["14/11/2026 8.30-9.30pm", "2026-11-14T20:30:00+00:00"],
    ["14/11/2026 11-1pm", "2026-11-14T11:00:00+00:00"],
    ["14/11/2026 21:00 to 14/11/2026 22:00", "2026-11-14T21:00:00+00:00"],
    ["14/11/2026 22:00 or 21:30", "2026-11-14T21:30:00+00:00"],
  ])("%s is a span, and never an offset", (text, from) => {
    expect(readMoment(text)).toEqual({ kind: "instant", at: from, ambiguous: true });
  });

  it("figures that are no time leave the date without one", () => {
    expect(at("14/11/2026 Flat 1200")).toBe("date");
    expect(at("14/11/2026, reported 22:41")).toBe("date");
  });

  it("agrees with Temporal about every hour of London's clocks", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2005-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }),
        (date) => {
          const written = date.toISOString().slice(0, 16);
          const expected = Temporal.PlainDateTime.from(written)
            .toZonedDateTime("Europe/London", { disambiguation: "earlier" })
            .toString({ timeZoneName: "never" });
          expect(at(written)).toBe(expected);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("dates of birth", () => {
  it.each([
    "09/03/2011",
    "9-Mar-11",
    "9 March 2011",
    "09.03.2011",
    "2011-03-09",
    "09/03/2011 00:00",
    "9th March, 2011",
    "09/03/11",
    "(09/03/2011)",
    "15 (09/03/2011)",
    "09/03/2011 / 15",
    "09032011",
  ])("%s", (text) => {
    expect(readDay(text, 2026)).toBe("2011-03-09");
  });

  it("two figures never name a year to come", () => {
    expect(readDay("09/03/58", 2026)).toBe("1958-03-09");
  });

  it.each(["9/10 March 2011", "09/03/2011 or 09/03/2012", "09/2011", "2011", "31/04/2011", "09/03/2031"])(
    "%s is not readable",
    (text) => {
      expect(readDay(text, 2026)).toBeUndefined();
    },
  );

  it("age turns on the birthday", () => {
    expect(ageOn("2011-03-09", "2026-03-08")).toBe(14);
    expect(ageOn("2011-03-09", "2026-03-09T00:10:00+00:00")).toBe(15);
  });
});
