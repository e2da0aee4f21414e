import { describe, expect, it } from "vitest";
import { LabError } from "../../../localstack/lab/errors.ts";
import { readDuration, readTime, shortlyIso } from "../../../localstack/lab/times.ts";

describe("lengths of time on the command line", () => {
  it.each([
    ["72h", 259_200],
    ["90m", 5_400],
    ["3d", 259_200],
    ["1w", 604_800],
    ["30s", 30],
    ["1d2h", 93_600],
  ])("%s is %i seconds", (text, seconds) => {
    expect(readDuration(text)).toBe(seconds);
  });

  it.each(["", "x", "72", "h", "-1h", "1.5h", "1h x"])("%j is refused with exit 2", (text) => {
    expect(() => readDuration(text)).toThrow(expect.objectContaining({ exitCode: 2 }));
  });
});

describe("times on the command line", () => {
  it.each([
    ["2026-11-20T09:00Z", "2026-11-20T09:00:00.000Z"],
    ["2026-07-20T09:00:00+01:00", "2026-07-20T08:00:00.000Z"],
  ])("%s is read with its zone", (text, iso) => {
    expect(new Date(readTime(text)).toISOString()).toBe(iso);
  });

  it.each(["2026-11-20T09:00", "2026-11-20", "tomorrow", "", "2026-11-31T00:00Z", "2026-11-30T24:00Z"])(
    "%j names no instant",
    (text) => {
      expect(() => readTime(text)).toThrow(LabError);
    },
  );

  it("shows a summer time as London's clocks do", () => {
    expect(shortlyIso("2026-07-20T08:00:00Z")).toBe("Mon 20 Jul 09:00");
  });
});
