import { describe, expect, it } from "vitest";
import { toIso } from "../../../../functions/domain/calendar/instant.ts";
import {
  monthsOf,
  type PeriodKind,
  periodOf,
  readPeriod,
} from "../../../../functions/domain/returns/period.ts";
import { dueReports, sendAt } from "../../../../functions/domain/returns/schedule.ts";
import { torbay } from "../../../builders/profiles.ts";

describe("a period", () => {
  it.each<[PeriodKind, string, string, string]>([
    ["day", "2026-10-25", "2026-10-24T23:00:00Z", "2026-10-26T00:00:00Z"],
    ["week", "2026-W44", "2026-10-26T00:00:00Z", "2026-11-02T00:00:00Z"],
    ["week", "2026-W53", "2026-12-28T00:00:00Z", "2027-01-04T00:00:00Z"],
    ["month", "2026-12", "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z"],
    ["quarter", "2026-Q3", "2026-06-30T23:00:00Z", "2026-09-30T23:00:00Z"],
    ["year", "2026-27", "2026-03-31T23:00:00Z", "2027-03-31T23:00:00Z"],
    ["year", "2099-00", "2099-03-31T23:00:00Z", "2100-03-31T23:00:00Z"],
  ])("%s %s goes from midnight to midnight in London", (kind, name, from, to) => {
    const period = readPeriod(kind, name);
    expect([toIso(period?.from ?? 0), toIso(period?.to ?? 0)]).toEqual([from, to]);
    expect(periodOf(kind, Date.parse(from))).toEqual(period);
    expect(periodOf(kind, Date.parse(to) - 1)).toEqual(period);
    expect(periodOf(kind, Date.parse(to))).not.toEqual(period);
  });

  it.each<[PeriodKind, string]>([
    ["day", "2026-02-29"],
    ["day", "2026-11"],
    ["week", "2027-W53"],
    ["week", "2026-W00"],
    ["month", "2026-13"],
    ["quarter", "2026-Q5"],
    ["quarter", "2026"],
    ["year", "2026-28"],
    ["year", "2026"],
  ])("%s %s is none", (kind, name) => {
    expect(readPeriod(kind, name)).toBeUndefined();
  });

  it("is read under its London months", () => {
    expect(monthsOf({ first: "2026-11-30", last: "2027-02-01" })).toEqual([
      "2026-11",
      "2026-12",
      "2027-01",
      "2027-02",
    ]);
  });
});

describe("when a report goes", () => {
  const at = (kind: PeriodKind, name: string, daysAfter: number, time: string) => {
    const period = readPeriod(kind, name);
    return period && toIso(sendAt(period, { daysAfter, at: time }));
  };

  it("is by London's clocks, summer and winter", () => {
    expect(at("week", "2026-W27", 0, "08:00")).toBe("2026-07-06T07:00:00Z");
    expect(at("week", "2026-W46", 0, "08:00")).toBe("2026-11-16T08:00:00Z");
    expect(at("quarter", "2026-Q3", 4, "09:00")).toBe("2026-10-05T08:00:00Z");
  });

  it("is once where an hour comes twice", () => {
    const day = {
      ...torbay,
      reports: {
        "strategy-list": { rule: "TOR-41", clause: "4.1", to: ["provider"], daysAfter: 0, at: "01:30" },
      },
    };
    const due = (now: string) => dueReports(day, Date.parse(now)).map(({ period }) => period.name);
    expect(due("2026-10-25T00:29:59Z")).toEqual(["2026-10-21", "2026-10-22", "2026-10-23"]);
    expect(due("2026-10-25T00:30:00Z").at(-1)).toBe("2026-10-24");
    expect(due("2026-10-25T01:30:00Z").at(-1)).toBe("2026-10-24");
  });

  it("is the last three days': an outage loses none, and nobody gets last year's", () => {
    const due = dueReports(torbay, Date.parse("2026-10-05T08:00:00Z")).map(
      ({ report, period }) => `${report} ${period.name}`,
    );
    expect(due.toSorted()).toEqual([
      "macse 2026-09",
      "missing-monday 2026-W40",
      "quarterly 2026-Q3",
      "strategy-list 2026-10-02",
      "strategy-list 2026-10-03",
      "strategy-list 2026-10-04",
    ]);
  });
});
