import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KEPT, planBack, planPrune } from "../../../localstack/tools/release/plan.ts";

const published = (...times: number[]) => times.map((publishedAt, i) => ({ version: i + 1, publishedAt }));

describe("going back to what was live at a time", () => {
  it("moves only what was published since, each to its newest version of then", () => {
    const functions = [
      { name: "a", live: 3, versions: published(10, 20, 30) },
      { name: "b", live: 1, versions: published(10) },
    ];
    expect(planBack(functions, 29)).toEqual({ moves: [{ name: "a", from: 3, to: 2 }], missing: [] });
    expect(planBack(functions, 30)).toEqual({ moves: [], missing: [] });
  });

  it("moves nothing where one function has no version of then", () => {
    const functions = [
      { name: "a", live: 2, versions: published(10, 20) },
      { name: "b", live: 1, versions: published(15) },
    ];
    expect(planBack(functions, 12)).toEqual({ moves: [], missing: ["b"] });
  });
});

describe("deleting old versions", () => {
  it("keeps the newest three", () => {
    expect(planPrune({ name: "a", live: 5, versions: published(1, 2, 3, 4, 5) })).toEqual([2, 1]);
  });

  it("never deletes the live one, and leaves at least as many as there are to keep", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { minLength: 1 }), fc.nat(), (numbers, pick) => {
        const versions = numbers.map((version) => ({ version, publishedAt: version }));
        const live = numbers[pick % numbers.length] ?? 0;
        const deleted = planPrune({ name: "a", live, versions });
        expect(deleted).not.toContain(live);
        expect(numbers.length - deleted.length).toBeGreaterThanOrEqual(Math.min(KEPT, numbers.length));
      }),
    );
  });
});
