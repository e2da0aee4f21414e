import { describe, expect, it } from "vitest";
import { annexA, annexAColumns } from "../../../../functions/domain/returns/annex-a.ts";
import type { FactsRow } from "../../../../functions/domain/returns/facts-row.ts";
import { type Lookup, readLookup } from "../../../../functions/domain/returns/ssda903/lookup.ts";
import { makeReturn } from "../../../../functions/domain/returns/ssda903/make-return.ts";
import { aFactsRow, hours, mark } from "../../../builders/facts-row.ts";

const known = new Set(["MP/26/1", "MP/26/2"]);
const TODAY = "2026-12-01";
const read = (...lines: string[]) =>
  readLookup(
    lines.map((line) => line.split(",")),
    TODAY,
    known,
  );
const faults = (...lines: string[]) => {
  const result = read(...lines);
  return result.ok ? [] : result.error.map(({ line, says }) => `${line}: ${says}`);
};
const HEAD = "CHILD,DOB,REFERENCE";

describe("a lookup file of child ids", () => {
  it("gives each child a date of birth, and an episode a child", () => {
    const result = read(HEAD, "C1,09/03/2011,", "C2,9/3/2012,MP/26/2");
    expect(result.ok && [...result.value.born]).toEqual([
      ["C1", "2011-03-09"],
      ["C2", "2012-03-09"],
    ]);
    expect(result.ok && [...result.value.childOf]).toEqual([["MP/26/2", "C2"]]);
  });

  it("tells every fault with its line, and nothing of it is taken", () => {
    expect(
      faults(
        HEAD,
        ",09/03/2011,",
        "C1,2011-03-09,",
        "C1,31/02/2011,",
        "C1,09/03/2031,",
        "C1,09/03/1911,",
        "C2,09/03/2011,MP/26/1",
        "C2,10/03/2011,MP/26/1",
        "C3,09/03/2011,MP/26/1",
        "C4,09/03/2011,MP/26/9",
      ),
    ).toEqual([
      "2: names no CHILD",
      '3: "2011-03-09" is no date of birth: write it as 09/03/2011',
      '4: "31/02/2011" is no date of birth: write it as 09/03/2011',
      "4: says again what line 3 says",
      "4: gives C1 another date of birth than line 3",
      "5: 09/03/2031 has not come yet",
      "5: says again what line 3 says",
      "5: gives C1 another date of birth than line 3",
      "6: 09/03/1911 is too long ago for a child",
      "6: says again what line 3 says",
      "6: gives C1 another date of birth than line 3",
      "8: says again what line 7 says",
      "8: gives C2 another date of birth than line 7",
      "9: gives MP/26/1 to another child than line 7",
      "10: no episode is called MP/26/9",
    ]);
  });

  it("says which columns it has not, has twice, or nothing reads", () => {
    expect(faults("CHILD,CHILD,Born")).toEqual([
      "1: has no column DOB",
      "1: has no column REFERENCE",
      '1: has the column "CHILD" twice',
      '1: has a column "Born", which nothing reads: the columns are CHILD, DOB, REFERENCE',
    ]);
  });
});

const lookup: Lookup = { born: new Map([["C1", "2011-03-09"]]), childOf: new Map([["MP/26/2", "C1"]]) };
const ours: Partial<FactsRow> = { care: "looked-after", careId: "C1" };
const shown = (...rows: FactsRow[]) =>
  makeReturn(rows, lookup, 2027).lines.map(({ CHILD, DOB, MISSING, MIS_START, MIS_END }) =>
    [CHILD, DOB, MISSING, MIS_START, MIS_END].join(" "),
  );

describe("the return's Missing table", () => {
  it("has a line of each time our looked-after child was away, by London's days, to the day found", () => {
    const row = aFactsRow({
      ...ours,
      startAt: "2026-06-30T23:30:00Z",
      foundAt: "2026-07-02T22:59:00Z",
      returnedAt: "2026-07-03T01:00:00Z",
    });
    expect(shown(row)).toEqual(["C1 09/03/2011 M 01/07/2026 02/07/2026"]);
    expect(shown({ ...row, absence: true })).toEqual(["C1 09/03/2011 A 01/07/2026 03/07/2026"]);
  });

  it("joins times that overlap, whichever child's id says whose they are", () => {
    const one = aFactsRow({ ...ours, startAt: "2026-07-01T10:00:00Z", foundAt: "2026-07-05T10:00:00Z" });
    const other = aFactsRow({
      care: "looked-after",
      reference: "MP/26/2",
      episodeId: "ep-2",
      startAt: "2026-07-03T10:00:00Z",
      foundAt: "2026-07-08T10:00:00Z",
    });
    expect(shown(one, other)).toEqual(["C1 09/03/2011 M 01/07/2026 08/07/2026"]);
  });

  it("leaves open who is back after the year, and takes along who was away before it", () => {
    const begun = aFactsRow({ ...ours, startAt: "2027-03-30T10:00:00Z", foundAt: "2027-04-02T10:00:00Z" });
    expect(shown(begun)).toEqual(["C1 09/03/2011 M 30/03/2027 "]);
    const before = aFactsRow({ ...ours, startAt: "2026-03-30T10:00:00Z", foundAt: "2026-04-01T10:00:00Z" });
    expect(shown(before)).toEqual(["C1 09/03/2011 M 30/03/2026 01/04/2026"]);
    const over = aFactsRow({ ...ours, startAt: "2026-03-30T10:00:00Z", foundAt: "2026-03-31T22:59:00Z" });
    expect(makeReturn([over], lookup, 2027)).toEqual({
      lines: [],
      left: { "outside-the-year": ["MP/26/1"] },
    });
  });

  it("tells of every episode that is not in it why", () => {
    const rows = [
      aFactsRow({ ...ours, status: "cancelled", reference: "a" }),
      aFactsRow({ ...ours, placedByAnother: true, reference: "b" }),
      aFactsRow({ careId: "C1", reference: "c" }),
      aFactsRow({ care: "looked-after", reference: "d" }),
      aFactsRow({ care: "looked-after", careId: "C7", reference: "e" }),
    ];
    expect(makeReturn(rows, lookup, 2027).left).toEqual({
      cancelled: ["a"],
      "another-authority": ["b"],
      "not-looked-after": ["c"],
      "no-child-id": ["d"],
      "no-birth": ["e"],
    });
  });
});

describe("list 8 of Annex A", () => {
  const cutOff = Date.parse("2026-12-01T09:00:00Z");

  it("counts each child's times away in twelve months, and what followed the last", () => {
    const offered = aFactsRow({ ...ours, marks: [mark("offered", 5, { accepted: true })] });
    const earlier = aFactsRow({
      ...ours,
      episodeId: "ep-0",
      startAt: "2026-05-01T10:00:00Z",
      foundAt: "2026-05-02T10:00:00Z",
      returnedAt: "2026-05-02T10:00:00Z",
    });
    const away = aFactsRow({ ...ours, episodeId: "ep-2", absence: true, startAt: "2026-06-01T10:00:00Z" });
    const old = aFactsRow({ ...ours, episodeId: "ep-3", startAt: "2025-11-30T10:00:00Z" });
    expect(annexA([offered, earlier, away, old], cutOff)).toEqual([["C1", "2", "1", "a) Yes", "a) Yes"]]);
    expect(annexA([earlier], cutOff)).toEqual([["C1", "1", "0", "b) No", "b) No"]]);
    expect(
      annexA([{ ...offered, marks: [mark("declined", 6, { by: "child" })] }], cutOff)[0]?.slice(3),
    ).toEqual(["a) Yes", "b) No"]);
    expect(hours(0)).toBeLessThan(cutOff);
  });

  it("says unknown of one who was only absent, or is not back", () => {
    const away = aFactsRow({ ...ours, absence: true });
    expect(annexA([away], cutOff)).toEqual([["C1", "0", "1", "c) Unknown", "c) Unknown"]]);
  });

  it("has its headings word for word", () => {
    expect(annexAColumns).toHaveLength(5);
    expect(annexAColumns[3]).toBe(
      "Was the child offered a Return Interview after their last missing episode (Y/N)?",
    );
  });
});
