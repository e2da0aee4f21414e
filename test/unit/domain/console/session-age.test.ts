import { describe, expect, it } from "vitest";
import { ended } from "../../../../functions/domain/console/session-age.ts";

const since = Date.parse("2026-10-24T22:00:00Z");
const minutes = (n: number): number => n * 60_000;

describe("a session", () => {
  it.each([
    ["a second before it was left alone for half an hour", minutes(30) - 1_000, 0, undefined],
    ["left alone for half an hour", minutes(30), 0, "idle"],
    ["in use, a second before ten hours", minutes(600) - 1_000, minutes(590), undefined],
    // Over the night in which the clocks go back, too.
    ["in use for ten hours", minutes(600), minutes(599), "absolute"],
  ])("%s: ended by %s", (_when, now, seen, by) => {
    expect(ended({ since, seen: since + seen }, since + now)).toBe(by);
  });
});
