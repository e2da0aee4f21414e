import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concentrationOf } from "../../../../functions/domain/returns/statistics/concentration.ts";
import { outcomesOverTime } from "../../../../functions/domain/returns/statistics/outcomes-over-time.ts";
import { processChart, shareLimits } from "../../../../functions/domain/returns/statistics/process-chart.ts";
import { suppressed } from "../../../../functions/domain/returns/suppress.ts";

const outcomes = ["held", "declined", "no-contact", "exempt"] as const;
type Outcome = (typeof outcomes)[number] | "open";
const HOURS = [24, 48, 72, 120, 168];

describe("every return accounted for over time", () => {
  /** What lifelines 0.30.3 (AalenJohansenFitter) gives for the same waits. */
  const lifelines: Record<string, Record<string, number>> = {
    held: { "24": 0.0426, "48": 0.0871, "72": 0.11, "120": 0.2563, "168": 0.4071 },
    declined: { "24": 0.0, "48": 0.0668, "72": 0.0897, "120": 0.1864, "168": 0.213 },
    "no-contact": { "24": 0.0, "48": 0.0223, "72": 0.0223, "120": 0.0467, "168": 0.0954 },
    exempt: { "24": 0.0, "48": 0.0, "72": 0.0229, "120": 0.0229, "168": 0.0717 },
  };

  it("agrees with lifelines to a hundredth", () => {
    const file = new URL("../../../fixtures/returns/statistics/waits.csv", import.meta.url);
    const [, ...lines] = readFileSync(file, "utf8").trim().split("\n");
    const waits = lines.map((line) => {
      const [hours, outcome] = line.split(",");
      return { hours: Number(hours), outcome: outcome as Outcome };
    });
    for (const row of outcomesOverTime(waits, outcomes, HOURS))
      for (const outcome of outcomes)
        expect(row[outcome], `${outcome} by ${row.hours}`).toBeCloseTo(
          lifelines[outcome]?.[row.hours] ?? -1,
          2,
        );
  });

  it("without anything open it is the plain share", () => {
    const waits = [10, 20, 30, 100].map(
      (hours, i) => ({ hours, outcome: i === 1 ? "declined" : "held" }) as const,
    );
    expect(outcomesOverTime(waits, outcomes, [72])[0]).toMatchObject({
      held: 0.5,
      declined: 0.25,
      open: 0.25,
    });
  });

  it("the shares of an hour sum to one and none falls", () => {
    const wait = fc.record({
      hours: fc.integer({ min: 0, max: 200 }),
      outcome: fc.constantFrom(...outcomes, "open" as const),
    });
    fc.assert(
      fc.property(fc.array(wait, { maxLength: 40 }), (waits) => {
        const rows = outcomesOverTime(waits, outcomes, HOURS);
        for (const [i, row] of rows.entries()) {
          expect(outcomes.reduce((sum, one) => sum + row[one], row.open)).toBeCloseTo(1, 9);
          for (const one of outcomes) expect(row[one]).toBeGreaterThanOrEqual(rows[i - 1]?.[one] ?? 0);
        }
      }),
    );
  });
});

describe("process charts", () => {
  it("has the limits that abspc 1.1.0 gives, to a hundredth", () => {
    const chart = processChart([12, 15, 11, 14, 13, 16, 12, 16, 14, 13, 15, 12]);
    expect([chart.mean, chart.upper, chart.lower].map((n) => Number(n.toFixed(2)))).toEqual([
      13.58, 20.84, 6.33,
    ]);
    expect(chart.trial).toBe(false);
    expect(chart.points.flatMap(({ signals }) => signals)).toEqual([]);
  });

  it("a jump is no part of the usual variation, and is outside", () => {
    const chart = processChart([12, 15, 11, 14, 13, 40, 12, 16, 14, 13, 15, 12]);
    expect(chart.upper).toBeLessThan(30);
    expect(chart.points[5]?.signals).toContain("outside");
  });

  it.each([
    ["seven on one side", [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 0.9, 1, 0.9, 1, 0.9, 1], "one-side", 18],
    ["seven rising", [3, 4, 3, 4, 3, 4, 3, 4, 3, 4, 3, 1, 1.5, 2, 2.5, 3, 3.5, 4], "trend", 17],
    ["two of three near a limit", [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 2.6, 0.5, 2.6], "near-limit", 14],
  ] as const)("%s", (_what, values, signal, at) => {
    expect(processChart(values).points[at]?.signals).toContain(signal);
  });

  it("six on one side are none, and twelve points make the limits final", () => {
    const six = processChart([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 0.9, 1, 0.9, 1]);
    expect(six.points.flatMap(({ signals }) => signals)).toEqual([]);
    expect(processChart(Array.from({ length: 11 }, (_, i) => i % 2)).trial).toBe(true);
    expect(processChart([])).toMatchObject({ mean: 0, points: [] });
  });

  it("a share has limits by its own base, and none where fewer than twenty", () => {
    const { mean, points } = shareLimits([
      { count: 60, of: 100 },
      { count: 12, of: 19 },
      { count: 28, of: 81 },
    ]);
    expect(mean).toBe(0.5);
    expect(points[0]).toEqual({ upper: 0.65, lower: 0.35 });
    expect(points[1]).toEqual({});
  });
});

describe("concentration", () => {
  it.each([
    ["one child of three", ["a", "a", "a", "b", "c"], 1],
    ["two of four", ["a", "a", "b", "b", "c", "d"], 2],
    ["everybody once", ["a", "b", "c", "d"], 2],
    ["nobody", [], 0],
  ])("%s make half", (_what, children, childrenOfHalf) => {
    expect(concentrationOf(children)).toMatchObject({ episodes: children.length, childrenOfHalf });
  });
});

describe("small numbers", () => {
  it.each([
    [
      [0, 12, 30],
      [0, 12, 30],
    ],
    [
      [3, 12, 30],
      ["c", "c", 30],
    ],
    [
      [3, 4, 30],
      ["c", "c", 30],
    ],
    [
      [1, 1, 30],
      ["c", "c", "c"],
    ],
    [
      [5, 6, 7],
      ["c", "c", 7],
    ],
    [[3], ["c"]],
    [
      [0, 0],
      [0, 0],
    ],
  ])("%j is shown as %j", (counts, shown) => {
    expect(suppressed(counts)).toEqual(shown);
  });

  it("a profile may hide 1 to 4 only", () => {
    expect(suppressed([5, 12, 30], 4)).toEqual([5, 12, 30]);
  });

  it("whatever the counts: no small one is shown, none is left alone to be had by subtraction, 0 stays 0", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 8 }), (counts) => {
        const shown = suppressed(counts);
        for (const [i, count] of counts.entries()) {
          if (count === 0) expect(shown[i]).toBe(0);
          if (count >= 1 && count <= 5) expect(shown[i]).toBe("c");
        }
        const hidden = shown.filter((one) => one === "c").length;
        if (hidden === 1) expect(counts.filter((count) => count > 0)).toHaveLength(1);
      }),
    );
  });
});
