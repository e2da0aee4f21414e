import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toIso } from "../../../../functions/domain/calendar/instant.ts";
import { faultsOfReturn } from "../../../../functions/domain/returns/ssda903/faults.ts";
import { type AwaySpan, spanOf, unionOf } from "../../../../functions/domain/returns/ssda903/spans.ts";
import { asReturnDate, fromReturnDate } from "../../../../functions/domain/returns/ssda903/table.ts";
import { aFactsRow } from "../../../builders/facts-row.ts";

const cases = new URL("../../../fixtures/returns/ssda903/", import.meta.url);

/** The made cases hold no quotes. */
const table = (path: string): never => {
  const file = new URL(path, cases);
  if (!existsSync(file)) return undefined as never;
  const [head = "", ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/);
  return lines.map((line) =>
    Object.fromEntries(head.split(",").map((name, i) => [name, line.split(",")[i] ?? ""])),
  ) as never;
};
const faultsOf = (name: string, before?: string) =>
  faultsOfReturn({
    year: 2026,
    missing: table(`${name}/Missing.csv`),
    care: table(`${name}/Episodes.csv`),
    ...(before ? { before: table(`${before}/Missing.csv`) } : {}),
  });

describe("the return's rules", () => {
  it("a return in order has no fault", () => {
    expect(faultsOf("clean")).toEqual([]);
  });

  it("each planted fault is found where the sector's own validator finds it, and the lower-case code that it misses", () => {
    const found = faultsOf("this", "prev").map(({ line, rule }) => [line, rule].join(" "));
    // As the validator (csv-validator-be-903 0.1.17) answered; 580 it shows at the care episode, here at the line.
    const validators = [
      ...[
        "0 1004",
        "0 564",
        "0 581",
        "1 565",
        "1 566",
        "2 567",
        "3 570",
        "4 574",
        "6 575",
        "6 577",
        "7 1004",
        "7 1005",
      ],
      ...[
        "7 581",
        "8 1006",
        "9 578",
        "9 581",
        "9 586",
        "10 580",
        "11 577",
        "11 578",
        "11 581",
        "12 577",
        "12 578",
      ],
      ...["12 581", "13 576", "15 1004", "15 581", "17 571"],
    ];
    expect(validators.filter((one) => !found.includes(one))).toEqual([]);
    expect(found.filter((one) => !validators.includes(one))).toEqual(["16 1006"]);
  });

  it("a child without any care episode, and one past 18, are found, whom the validator misses", () => {
    expect(new Set(faultsOf("nocare").map(({ rule }) => rule))).toEqual(new Set(["no-care", "past-18"]));
  });

  it("past the 18th birthday is found; the birthday itself is not past it, nor 1 March for one born on 29 February", () => {
    const line = (DOB: string, MIS_END: string) => ({
      CHILD: "1",
      DOB,
      MISSING: "M",
      MIS_START: "01/05/2025",
      MIS_END,
    });
    const rules = (DOB: string, end: string) =>
      faultsOfReturn({ year: 2026, missing: [line(DOB, end)] }).map(({ rule }) => rule);
    expect(rules("10/06/2007", "10/06/2025")).toEqual([]);
    expect(rules("10/06/2007", "11/06/2025")).toEqual(["past-18"]);
    expect(rules("10/06/2007", "")).toEqual(["past-18"]);
    expect(rules("29/02/2008", "01/03/2026")).toEqual([]);
    expect(rules("29/02/2008", "02/03/2026")).toEqual(["past-18"]);
  });

  it("what was open last year and has no line at all this year is found, which the validator misses", () => {
    const open = { CHILD: "1", DOB: "01/01/2012", MISSING: "M", MIS_START: "20/03/2025", MIS_END: "" };
    expect(faultsOfReturn({ year: 2026, missing: [], before: [open] })).toEqual([
      expect.objectContaining({ rule: "576", child: "1" }),
    ]);
    expect(faultsOfReturn({ year: 2026, missing: [open], before: [open] })).toEqual([]);
  });
});

describe("dates", () => {
  it.each([
    ["14/11/2026", "2026-11-14"],
    ["1/7/2025", "2025-07-01"],
    ["31/02/2026", undefined],
    ["01/07/25", undefined],
    ["2026-11-14", undefined],
    ["12/07/2025 22:30", undefined],
  ])("%s", (text, day) => {
    expect(fromReturnDate(text)).toBe(day);
    if (day && text.length === 10) expect(asReturnDate(day)).toBe(text);
  });

  it("M ends on the day the child was found, A on the day of the return; both are London's days", () => {
    const row = aFactsRow({
      startAt: toIso(Date.parse("2026-06-30T23:30:00Z")),
      foundAt: toIso(Date.parse("2026-07-02T22:59:59Z")),
      returnedAt: toIso(Date.parse("2026-07-02T23:00:00Z")),
    });
    expect(spanOf(row)).toMatchObject({ type: "M", start: "2026-07-01", end: "2026-07-02" });
    expect(spanOf({ ...row, absence: true })).toMatchObject({
      type: "A",
      start: "2026-07-01",
      end: "2026-07-03",
    });
  });
});

describe("spans of one child", () => {
  const span = (type: "M" | "A", start: string, end?: string): AwaySpan => ({
    type,
    start: `2026-05-${start}`,
    ...(end ? { end: `2026-05-${end}` } : {}),
    episodes: [`${type}${start}`],
  });
  const union = (...spans: AwaySpan[]) =>
    unionOf(spans).map(({ type, start, end }) => `${type} ${start.slice(8)}–${end?.slice(8) ?? ""}`);

  it.each([
    ["apart", [span("M", "01", "02"), span("M", "04", "05")], ["M 01–02", "M 04–05"]],
    [
      "a new one on the day of the last",
      [span("M", "01", "02"), span("M", "02", "03")],
      ["M 01–02", "M 02–03"],
    ],
    ["overlapping", [span("M", "01", "05"), span("M", "03", "09")], ["M 01–09"]],
    ["one within another that is still open", [span("M", "01"), span("M", "03", "04")], ["M 01–"]],
    ["A that turns M", [span("A", "01", "03"), span("M", "03", "05")], ["A 01–03", "M 03–05"]],
    ["M within A", [span("A", "01", "09"), span("M", "03", "05")], ["A 01–03", "M 03–05", "A 05–09"]],
    ["A within M", [span("M", "01", "09"), span("A", "03", "05")], ["M 01–09"]],
    ["A open, M after its start", [span("A", "01"), span("M", "03", "05")], ["A 01–03", "M 03–05", "A 05–"]],
    ["of one day", [span("M", "01", "01")], ["M 01–01"]],
  ])("%s", (_what, spans, expected) => {
    expect(union(...spans)).toEqual(expected);
  });

  it("name every episode they are made of", () => {
    expect(unionOf([span("M", "01", "05"), span("M", "03", "09")])[0]?.episodes).toEqual(["M01", "M03"]);
  });
});
