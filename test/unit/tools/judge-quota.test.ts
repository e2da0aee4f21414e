import { describe, expect, it } from "vitest";
import { judgeQuota } from "../../../localstack/tools/quota/judge-quota.ts";

const usual = { concurrent: 1_000, unreserved: 1_000, mailsASecond: 14, mailsADay: 50_000 };

describe("what an account has room for", () => {
  it.each([
    ["a usual one and no reserve", usual, { reserve: 0, authorities: 4 }, true],
    ["a usual one and a reserve that leaves a hundred", usual, { reserve: 75, authorities: 4 }, true],
    ["a reserve that leaves fewer", usual, { reserve: 76, authorities: 4 }, false],
    [
      "a new account without a reserve",
      { ...usual, concurrent: 10, unreserved: 10 },
      { reserve: 0, authorities: 1 },
      true,
    ],
    [
      "a new account with one",
      { ...usual, concurrent: 10, unreserved: 10 },
      { reserve: 1, authorities: 1 },
      false,
    ],
    [
      "what others have reserved already",
      { ...usual, unreserved: 101 },
      { reserve: 1, authorities: 1 },
      false,
    ],
    ["SES's sandbox", { ...usual, mailsASecond: 1, mailsADay: 200 }, { reserve: 0, authorities: 1 }, false],
  ])("is told of %s", (_what, quota, wanted, fits) => {
    expect(judgeQuota(quota, wanted).fits).toBe(fits);
  });

  it("is said in figures", () => {
    expect(judgeQuota(usual, { reserve: 10, authorities: 2 }).lines[1]).toBe(
      "A reserve of 10 for follow-ladder, sweep-outbox, watch-deadlines of 2 authorities takes 60 and leaves 940: it fits.",
    );
  });
});
