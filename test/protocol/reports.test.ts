import { describe, expect, it } from "vitest";
import { toIso } from "../../functions/domain/calendar/instant.ts";
import type { Profile } from "../../functions/domain/profile/profile.ts";
import type { OpenLine } from "../../functions/domain/returns/input.ts";
import type { ReportName } from "../../functions/domain/returns/report-names.ts";
import { dueReports } from "../../functions/domain/returns/schedule.ts";
import { aFactsRow, hours, mark } from "../builders/facts-row.ts";
import { derbyCity, derbyshire, leicestershire, rutland, torbay } from "../builders/profiles.ts";
import { aReport, countsOf, smallReturn, tableOf } from "../builders/small-return.ts";

/** The mailboxes a report goes to, and the first second at which it does; one second before it does not. */
const sending = (profile: Profile, report: ReportName, period: string, at: string) => {
  const due = (now: number) =>
    dueReports(profile, now).filter((one) => one.report === report && one.period.name === period);
  expect(due(Date.parse(at) - 1000)).toEqual([]);
  expect(due(Date.parse(at)).map(({ dueAt }) => toIso(dueAt))).toEqual([at]);
  const { rule, clause, to = [] } = profile.reports[report] ?? {};
  return [rule, clause, ...to.map((role) => profile.recipients[role]?.name)];
};

const line = (reference: string, duty: string, dueAt?: string): OpenLine => ({
  reference,
  duty,
  rule: "LEI-01",
  title: duty,
  owner: "Owner",
  createdAt: "2026-11-10T08:00:00Z",
  ...(dueAt === undefined ? {} : { dueAt }),
});

describe("the reports of Leicestershire", () => {
  it("LEI-15: the Senior Management Team has each week's timeliness on Monday at nine, in winter and summer (14.2)", () => {
    expect(sending(leicestershire, "timeliness", "2026-W46", "2026-11-16T09:00:00Z")).toEqual([
      "LEI-15",
      "14.2",
      "Senior Management Team",
    ]);
    sending(leicestershire, "timeliness", "2026-W27", "2026-07-06T08:00:00Z");
  });

  it("LEI-15: in time, late, not held and not yet due, by team, with the share of those that are due", () => {
    const report = aReport("timeliness", { period: "2026-W46" });
    expect(tableOf(report, "by-team")).toEqual([
      "north | 1 | 1 | 0 | 0 | 0 | 1/1",
      "not known | 5 | 1 | 2 | 2 | 0 | 1/5",
      "south | 1 | 1 | 0 | 0 | 0 | 1/1",
      "all | 7 | 3 | 2 | 2 | 0 | 3/7",
    ]);
    // Sent on the Monday after: Saturday's returns are not yet due, and no team is measured by them.
    const monday = aReport("timeliness", { period: "2026-W46", cutOff: Date.parse("2026-11-16T09:00:00Z") });
    expect(tableOf(monday, "by-team").at(-1)).toBe("all | 7 | 0 | 0 | 0 | 7 | 0/0");
    expect(tableOf(monday, "timeliness-list", 6).map((one) => one.split(" | ").at(-1))).toEqual(
      Array.from({ length: 7 }, () => "not yet due"),
    );
  });

  it("LEI-16: the Service Manager has each day what is required and not held, overdue or unsent (15)", () => {
    expect(sending(leicestershire, "anomalies", "2026-11-15", "2026-11-16T08:00:00Z").slice(2)).toEqual([
      "Service Manager, Child Exploitation Service",
    ]);
    const cutOff = Date.parse("2026-11-16T08:00:00Z");
    const open = [
      line("MP/26/1", "strategy-discussion"),
      line("MP/26/2", "return-interview", "2026-11-16T08:00:00Z"),
      line("MP/26/3", "return-interview", "2026-11-16T08:00:01Z"),
      line("MP/26/4", "distribution"),
      line("MP/26/5", "toolkit", "2026-11-11T08:00:00Z"),
    ];
    const report = aReport("anomalies", { period: "2026-11-15", cutOff, open });
    const listed = (id: string) => tableOf(report, id, 1);
    expect([listed("strategy"), listed("interviews"), listed("unsent")]).toEqual([
      ["MP/26/1"],
      ["MP/26/2"],
      ["MP/26/4"],
    ]);
    const names = leicestershire.rules.map(({ duty }) => duty);
    expect(names).toEqual(
      expect.arrayContaining(["strategy-discussion", "return-interview", "distribution"]),
    );
  });
});

describe("the reports of Derby City and Derbyshire", () => {
  const often = [0, 100, 200].map((at) =>
    aFactsRow({
      episodeId: `ep-o${at}`,
      reference: `MP/26/o${at}`,
      child: "child#often",
      startAt: toIso(hours(at)),
      foundAt: toIso(hours(at + 10)),
      returnedAt: toIso(hours(at + 10)),
      district: "DE1",
      care: "looked-after",
      ...(at === 200 ? { marks: [mark("reported", 230)] } : {}),
    }),
  );

  it("DER-31: the monitoring group has each month's episodes, repeats with the lead worker's report, and trends (F; P 7.4)", () => {
    expect(sending(derbyCity, "monitoring-group", "2026-10", "2026-11-05T09:00:00Z")).toEqual([
      "DER-31",
      "F",
      "Missing Persons Monitoring Group",
    ]);
    const report = aReport("monitoring-group", { period: "2026-11", rows: [...smallReturn, ...often] });
    expect(tableOf(report, "new", 1)).toHaveLength(14);
    expect(tableOf(report, "repeats-30")).toEqual(["MP/26/o0, MP/26/o100, MP/26/o200 | 3 | 1 | DE1"]);
    expect(countsOf(report, "care")).toContain("looked after | 4 | 2 | 4/13");
    expect(countsOf(report, "location")).toContain("DE1 | 3 | 1 | 3/13");
    expect(countsOf(report, "exploitation")).toContain("flagged | 1 | 1 | 1/13");
    expect(countsOf(report, "accommodation")).toContain("children's home | 1 | 1 | 1/13");
    expect(countsOf(report, "age").at(-1)).toBe("all | 13 | 10 | 13/13");
  });

  it("DER-31: three episodes in 30 days are a repeat, and the third one second later is none", () => {
    const [first, second, third] = often;
    if (!first || !second || !third) throw new Error("three");
    const at = (last: number) => {
      const rows = [first, second, { ...third, startAt: toIso(last) }];
      return tableOf(
        aReport("monitoring-group", { period: "2026-12", rows, cutOff: hours(60 * 24) }),
        "repeats-30",
      ).length;
    };
    const limit = hours(30 * 24);
    expect([at(limit - 1000), at(limit)]).toEqual([1, 0]);
  });

  it.each([
    ["DER-38", derbyCity, "Derby Safeguarding Children Partnership"],
    ["DBS-38", derbyshire, "Derbyshire Safeguarding Children Partnership"],
  ])(
    "%s: the board has missing from home and care, and a sample for audit that is nobody's choice (P 2, 8)",
    (rule, profile, name) => {
      expect(sending(profile, "safeguarding-board", "2026-Q3", "2026-10-10T08:00:00Z")).toEqual([
        rule,
        "2, 8",
        name,
      ]);
      const sample = () => tableOf(aReport("safeguarding-board", { period: "2026-Q4" }), "sample", 1);
      expect(sample().toSorted()).toEqual(["MP/26/1", "MP/26/10", "MP/26/11", "MP/26/2", "MP/26/3"]);
      expect(sample()).toEqual(sample());
      const backwards = aReport("safeguarding-board", { period: "2026-Q4", rows: smallReturn.toReversed() });
      expect(tableOf(backwards, "sample", 1)).toEqual(sample());
    },
  );

  it("DBS-32: the locality panels have each month's list of children, by locality (P 2)", () => {
    expect(sending(derbyshire, "panel", "2026-10", "2026-11-03T09:00:00Z")).toEqual([
      "DBS-32",
      "2",
      "Locality Exploitation and Missing Panels",
    ]);
    const report = aReport("panel", { period: "2026-11", rows: [...smallReturn, ...often] });
    expect(tableOf(report, "panel")).toEqual([
      "DE1 | MP/26/o0, MP/26/o100, MP/26/o200 | 3 | no | yes | looked-after",
      "TQ1 | MP/26/1 | 1 | yes | no | looked-after",
    ]);
  });
});

describe("the reports of Torbay", () => {
  it("TOR-41: Missing Monday has what is new, who is missing and who waits; MACSE its month; and the strategy list its day (4.1)", () => {
    expect(sending(torbay, "missing-monday", "2026-W46", "2026-11-16T08:00:00Z")).toEqual([
      "TOR-41",
      "4.1",
      "Missing Monday meeting",
    ]);
    expect(sending(torbay, "macse", "2026-10", "2026-11-03T09:00:00Z").slice(2)).toEqual(["MACSE Forum"]);
    expect(sending(torbay, "strategy-list", "2026-11-14", "2026-11-15T08:00:00Z").slice(2)).toEqual([
      "Children's Services",
      "Missing from Home Service (the Provider)",
    ]);
    const week = aReport("missing-monday", { period: "2026-W46" });
    expect(tableOf(week, "new", 1)).toHaveLength(11);
    expect(tableOf(week, "away", 1)).toEqual(["MP/26/12"]);
    const monday = Date.parse("2026-11-16T08:00:00Z");
    expect(tableOf(aReport("missing-monday", { period: "2026-W46", cutOff: monday }), "open", 1)).toEqual([
      "MP/26/10",
      "MP/26/11",
      "MP/26/2",
      "MP/26/3",
      "MP/26/4",
    ]);
    expect(tableOf(aReport("macse", { period: "2026-11" }), "panel", 2)).toEqual(["TQ1 | MP/26/1"]);
    expect(tableOf(aReport("strategy-list", { period: "2026-11-14" }), "away", 1)).toEqual(["MP/26/12"]);
  });

  it("TOR-42: a find told more than ten hours later goes on Monday's list, as does each concern a worker raised (4.2)", () => {
    const report = aReport("missing-monday", { period: "2026-W46" });
    expect(tableOf(report, "concerns").map((one) => one.split(" | ").slice(0, 2))).toEqual([
      ["MP/26/11", "late found mail"],
      ["MP/26/11", "raised by a worker; its words stand in the episode"],
    ]);
    const told = (at: number) => {
      const rows = [aFactsRow({ foundNotifiedAt: toIso(at) })];
      return tableOf(aReport("missing-monday", { period: "2026-W46", rows }), "concerns").length;
    };
    expect([told(hours(10)), told(hours(10) + 1000)]).toEqual([0, 1]);
  });

  it("TOR-43: Children's Services and the Strategic Commissioning Officer have each quarter's return (4.3)", () => {
    expect(sending(torbay, "quarterly", "2026-Q3", "2026-10-05T08:00:00Z")).toEqual([
      "TOR-43",
      "4.3",
      "Children's Services",
      "Strategic Commissioning Officer",
    ]);
    sending(torbay, "quarterly", "2026-Q4", "2027-01-05T09:00:00Z");
    const asked = [
      "requests",
      "other-authorities",
      "steps",
      "not-offered",
      "attempts",
      "limits",
      "not-in-time",
      "care",
    ];
    const children = ["age", "ethnicity", "accommodation", "school", "length"];
    const interviews = ["location", "method", "reasons", "referrals"].map((one) => `interview-${one}`);
    const { tables } = aReport("quarterly", { period: "2026-Q4" });
    expect(tables.map(({ id }) => id)).toEqual(
      expect.arrayContaining([...asked, ...children, ...interviews]),
    );
  });

  it("TOR-44: the performance sub-group has the quarter's report, which asks for words (4.4)", () => {
    expect(sending(torbay, "quarterly-report", "2026-Q3", "2026-10-14T08:00:00Z")).toEqual([
      "TOR-44",
      "4.4",
      "Performance Sub-Group",
    ]);
    const [report, figures] = (["quarterly-report", "quarterly"] as const).map((name) =>
      aReport(name, { period: "2026-Q4" }),
    );
    expect(report?.tables).toEqual(figures?.tables);
  });

  it("TOR-45: Children's Services has the year from 1 April to 31 March (4.5, 4.6)", () => {
    expect(sending(torbay, "annual", "2025-26", "2026-04-30T08:00:00Z")).toEqual([
      "TOR-45",
      "4.5, 4.6",
      "Children's Services",
    ]);
    const { period, tables } = aReport("annual", { period: "2026-27" });
    expect([period.first, period.last]).toEqual(["2026-04-01", "2027-03-31"]);
    expect(tables.map(({ id }) => id)).toEqual(expect.arrayContaining(["steps", "repeats-90"]));
  });
});

describe("the tracker of Rutland", () => {
  it("RUT-01: has one row for every episode, missing or absent, and for no cancelled one (step 1, 10)", () => {
    expect(sending(rutland, "tracker", "2026-11", "2026-12-01T08:00:00Z").slice(0, 2)).toEqual([
      "RUT-01",
      "step 1, step 10",
    ]);
    const rows = tableOf(aReport("tracker", { period: "2026-11" }), "tracker", 3);
    expect(rows).toHaveLength(11);
    expect(rows.filter((one) => one.endsWith("absent"))).toEqual(["MP/26/8 | Derbyshire Police | absent"]);
    expect(rows.filter((one) => one.startsWith("MP/26/9 "))).toEqual([]);
  });
});
