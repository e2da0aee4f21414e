import { describe, expect, it } from "vitest";
import { lookAt } from "../../../localstack/lab/episode/next-look.ts";

const at = (time: string): number => Date.parse(`2026-11-16T${time}Z`);

describe("where the clock stops for the watchdog's sake", () => {
  const target = at("12:00:00");

  it.each([
    ["nothing is due: the target", [], at("09:00:00"), target],
    ["a rung is due on the way: a minute after it", [at("10:00:00")], at("09:00:00"), at("10:01:00")],
    ["the soonest of several counts", [at("11:00:00"), at("10:00:00")], at("09:00:00"), at("10:01:00")],
    ["a rung is due after the target: the target", [at("13:00:00")], at("09:00:00"), target],
    ["a rung fell due just now: still a minute after it", [at("09:00:00")], at("09:00:30"), at("09:01:00")],
    ["a rung is late: once its claim has expired", [at("09:00:00")], at("09:01:00"), at("09:03:00")],
    ["a rung stays late whatever is done: the target", [at("09:00:00")], at("09:03:00"), target],
  ])("when %s", (_when, dues, now, expected) => {
    expect(lookAt(dues, now, target)).toBe(expected);
  });
});
