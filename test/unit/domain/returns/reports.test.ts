import { describe, expect, it } from "vitest";
import { whereTimeWent } from "../../../../functions/domain/returns/where-time-went.ts";
import { BACK, hours } from "../../../builders/facts-row.ts";
import { aReport, countsOf, LATER, smallReturn, tableOf } from "../../../builders/small-return.ts";

const quarter = () => aReport("quarterly", { period: "2026-Q4" });

describe("the monitoring return, counted by hand on twelve episodes", () => {
  it("prints every step from the return to the interview in time, each of the one before", () => {
    expect(tableOf(quarter(), "steps", 4)).toEqual([
      "Returns | 10 | 10/10 | ",
      "Ours to interview | 8 | 8/10 | ",
      "Not exempt | 7 | 7/8 | ",
      "Offered | 7 | 7/7 | 7/7",
      "Accepted | 5 | 5/7 | 5/7",
      "Completed | 5 | 5/5 | 5/7",
      "Completed in time | 3 | 3/5 | 3/7",
      "Interviews held | 4 |  | ",
      "Not yet due | 0 |  | ",
    ]);
  });

  it("judges one interview that covers two episodes for each by its own return", () => {
    expect(tableOf(quarter(), "steps", 2)).toContain("Interviews held | 4");
    // 80 hours after the first return, 60 after the second.
    expect(countsOf(quarter(), "not-in-time")).toEqual([
      "declined by the child | 1 | 1/4",
      "parental consent not given | 1 | 1/4",
      "held late, its reason recorded | 1 | 1/4",
      "held late, no reason recorded | 1 | 1/4",
      "all | 4 | 4/4",
    ]);
  });

  it("names the four limits that go by 72 hours, and which is compared nationally", () => {
    expect(tableOf(quarter(), "limits")).toEqual([
      "Interview within 72 hours of the return | 3 | 3/7 | statutory guidance 2014 | yes",
      "Offer within 72 hours of the return | 6 | 6/7 | practice standards that count offers | no",
      // Told at 3 hours: 72 and a second hours are in time of that.
      "Interview within 72 hours of the referral to social care | 4 | 4/7 | a procedure that counts from the referral | no",
      // All five by Tuesday midnight, the third day after that Saturday.
      "Interview within three calendar days of the return | 5 | 5/7 | a protocol that counts days | no",
    ]);
  });

  it("breaks down with a row for what is not known, which counts", () => {
    expect(countsOf(quarter(), "age")).toEqual([
      "13 | 2 | 2 | 2/10",
      "15 | 7 | 6 | 7/10",
      "17 | 1 | 1 | 1/10",
      "all | 10 | 9 | 10/10",
    ]);
    expect(countsOf(quarter(), "care")).toEqual([
      "looked after | 1 | 1 | 1/10",
      "not looked after | 1 | 1 | 1/10",
      "not known | 8 | 7 | 8/10",
      "all | 10 | 9 | 10/10",
    ]);
    expect(countsOf(quarter(), "school")).toEqual([
      "Harbour Academy | 1 | 1 | 1/10",
      "not known | 9 | 8 | 9/10",
      "all | 10 | 9 | 10/10",
    ]);
    expect(countsOf(quarter(), "length").at(0)).toBe("6 to 24 hours | 2 | 1 | 2/10");
  });

  it("says why nothing was offered, how often contact was tried, who asked, and whose children they were", () => {
    expect(countsOf(quarter(), "not-offered")).toEqual(["in hospital | 1 | 1/1", "all | 1 | 1/1"]);
    expect(tableOf(quarter(), "attempts")).toEqual(["Attempted | 2 | 1 | 1/8", "Successful | 1 | 1 | 1/8"]);
    expect(countsOf(quarter(), "requests")).toEqual(["Derbyshire Police | 10 | 10/10", "all | 10 | 10/10"]);
    expect(tableOf(quarter(), "other-authorities")).toEqual(["Other authorities' children | 1 | 1/10"]);
  });

  it("counts an interview once, by where and how it was held, why the child went, and what followed", () => {
    expect(countsOf(quarter(), "interview-location")).toEqual([
      "home | 1 | 1/4",
      "school | 1 | 1/4",
      "not known | 2 | 2/4",
      "all | 4 | 4/4",
    ]);
    expect(countsOf(quarter(), "interview-method")).toEqual([
      "face to face | 2 | 2/4",
      "by telephone | 1 | 1/4",
      "other means (video) | 1 | 1/4",
      "all | 4 | 4/4",
    ]);
    // Two reasons of one interview, and a total of interviews.
    expect(countsOf(quarter(), "interview-reasons")).toEqual([
      "friends | 1 | 1/4",
      "placement | 1 | 1/4",
      "not known | 3 | 3/4",
      "all | 4 | 4/4",
    ]);
    expect(countsOf(quarter(), "interview-referrals")).toEqual([
      "referral | 1 | 1/4",
      "not known | 3 | 3/4",
      "all | 4 | 4/4",
    ]);
  });

  it("says none where there is nothing to take a share of, and never 0 %", () => {
    const empty = aReport("quarterly", { period: "2026-Q2" });
    expect(tableOf(empty, "steps", 3)[0]).toBe("Returns | 0 | 0/0");
    expect(tableOf(empty, "age").at(-1)).toBe("all | 0 | 0 | 0/0");
  });

  it("counts a return as due from 72 hours on, and one second before it apart", () => {
    const one = smallReturn.slice(0, 1);
    const at = (cutOff: number) =>
      tableOf(aReport("quarterly", { period: "2026-Q4", rows: one, cutOff }), "steps", 2);
    expect(at(hours(72) - 1000)).toEqual(expect.arrayContaining(["Returns | 0", "Not yet due | 1"]));
    expect(at(hours(72))).toEqual(expect.arrayContaining(["Returns | 1", "Not yet due | 0"]));
  });

  it("is provisional until 72 hours after its last midnight", () => {
    const end = Date.parse("2027-01-04T00:00:00Z");
    expect(aReport("quarterly", { period: "2026-Q4", cutOff: end - 1000 }).provisional).toBe(true);
    expect(aReport("quarterly", { period: "2026-Q4", cutOff: end }).provisional).toBe(false);
  });

  it("counts a return by London's day: half past midnight in summer is the day before in UTC", () => {
    const returned = (at: string) => {
      const rows = smallReturn.slice(0, 1).map((one) => ({ ...one, foundAt: at, returnedAt: at, marks: [] }));
      const cutOff = Date.parse("2026-09-01T00:00:00Z");
      return ["2026-Q2", "2026-Q3"].map(
        (period) => tableOf(aReport("quarterly", { period, rows, cutOff }), "steps", 2)[0],
      );
    };
    expect(returned("2026-06-30T22:59:59Z")).toEqual(["Returns | 1", "Returns | 0"]);
    expect(returned("2026-06-30T23:00:00Z")).toEqual(["Returns | 0", "Returns | 1"]);
  });
});

describe("where the time went", () => {
  it("sums a month's late waits exactly, in whole hours", () => {
    const [line = ""] = tableOf(quarter(), "time-went", 20);
    const [month, episodes, ...parts] = line.split(" | ");
    const hoursOf = parts.map(Number);
    const all = hoursOf.pop();
    expect([month, episodes]).toEqual(["2026-11", "4"]);
    expect(hoursOf.reduce((a, b) => a + b, 0)).toBe(all);
    // By hand: 72 h and a second, 80 h, 5 h, and 80 h for the first of the two.
    expect(all).toBe(237);
  });

  it("leaves no hour of a wait out", () => {
    for (const row of smallReturn.slice(0, 6)) {
      const spans = whereTimeWent(row, { cutOff: LATER });
      expect(spans.at(0)?.from ?? BACK).toBe(BACK);
      for (const [i, span] of spans.slice(1).entries()) expect(span.from).toBe(spans[i]?.to);
    }
  });

  it("leads with the time that was left when we were told", () => {
    expect(tableOf(quarter(), "time-left")).toEqual([
      // 69 hours seven times, 61 once.
      "Derbyshire Police | 8 | 69 | 0/8",
      "all | 8 | 69 | 0/8",
    ]);
  });
});
