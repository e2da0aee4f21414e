import { describe, expect, it } from "vitest";
import { toInstant } from "../../../functions/domain/calendar/instant.ts";
import { since } from "../../../functions/domain/condition/since.ts";
import type { EpisodeEvent } from "../../../functions/domain/episode/events.ts";
import type { Condition } from "../../../functions/domain/profile/condition.ts";
import { aContext, anEarlierEpisode } from "../../builders/context.ts";
import { anAction, compact, foundCompact, missingCompact } from "../../builders/events.ts";

const sinceWhen = (
  condition: Condition,
  events: readonly EpisodeEvent[],
  now = "2026-11-20T00:00:00Z",
): string | undefined => {
  const at = since(condition, aContext({ now, events }));
  return at === undefined ? undefined : new Date(at).toISOString().slice(0, 16);
};
const missing = missingCompact();
const update = (sent: string, facts: Parameters<typeof compact>[2]) => compact("update", sent, facts);

describe("a fact holds since the mail that states it reached us", () => {
  it.each<[string, Condition, Parameters<typeof compact>[2]]>([
    ["care status", { care: ["looked-after"] }, { careStatus: "looked-after" }],
    ["a flag", { flag: ["trafficking"] }, { flags: ["trafficking"] }],
    ["a risk", { risk: ["high"] }, { risk: "high" }],
    ["a value", { fact: "childProtectionPlan", is: true }, { childProtectionPlan: true }],
    [
      "a value inside another",
      { fact: "preventionInterview.completed", is: false },
      { preventionInterview: { completed: false } },
    ],
    ["a word in a value", { fact: "placementType", contains: "foster" }, { placementType: "Foster care" }],
    ["any value", { fact: "harm" }, { harm: "bruises" }],
    [
      "another authority's child",
      { placedByAnother: true },
      { placingAuthority: "Otherton Borough Council" },
    ],
  ])("%s", (_what, condition, facts) => {
    expect(sinceWhen(condition, [missing])).toBeUndefined();
    expect(sinceWhen(condition, [missing, update("2026-11-15T03:00:00Z", facts)])).toBe("2026-11-15T03:00");
  });

  it("a value that a later mail corrects no longer holds", () => {
    const corrected = [
      missingCompact({ careStatus: "looked-after" }),
      update("2026-11-15T03:00:00Z", { careStatus: "not-looked-after" }),
    ];
    expect(sinceWhen({ care: ["looked-after"] }, corrected)).toBeUndefined();
  });

  it("the placing authority is ours under each of its names", () => {
    expect(
      sinceWhen({ placedByAnother: true }, [missingCompact({ placingAuthority: "ANYSHIRE" })]),
    ).toBeUndefined();
  });
});

describe("conditions that speak of time", () => {
  it("missing longer than: an instant to come, which the return withdraws", () => {
    const condition: Condition = { missingLongerThan: { amount: 72, unit: "h" } };
    expect(sinceWhen(condition, [missing], "2026-11-15T00:00:00Z")).toBe("2026-11-17T21:30");
    expect(sinceWhen(condition, [missing, foundCompact()])).toBeUndefined();
  });

  it("missing longer than: not before anybody could know it", () => {
    const late = missingCompact({ received: "2026-11-19T10:00:00Z" });
    expect(sinceWhen({ missingLongerThan: { amount: 72, unit: "h" } }, [late])).toBe("2026-11-19T10:00");
  });

  it("repeats: when the last of them became known", () => {
    const history = [anEarlierEpisode("2026-10-20T00:00:00Z", { knownAt: "2026-11-18T00:00:00Z" })];
    const context = aContext({ now: "2026-11-20T00:00:00Z", events: [missing], history });
    expect(since({ episodes: { atLeast: 2 } }, context)).toBe(toInstant("2026-11-18T00:00:00Z"));
    expect(since({ episodes: { atLeast: 3 } }, context)).toBeUndefined();
  });

  it("all: once the last holds; any: once the first does; not: while it does not", () => {
    const one: Condition = { compact: ["missing"] };
    const two: Condition = { compact: ["found"] };
    const events = [missing, foundCompact()];
    expect(sinceWhen({ all: [one, two] }, events)).toBe("2026-11-15T08:30");
    expect(sinceWhen({ any: [one, two] }, events)).toBe("2026-11-14T23:00");
    expect(sinceWhen({ all: [one, two] }, [missing])).toBeUndefined();
    expect([sinceWhen({ not: two }, [missing]), sinceWhen({ not: two }, events)]).toEqual([
      "2026-11-14T23:00",
      undefined,
    ]);
  });

  it("recorded: the first that fits; last recorded: only the last counts", () => {
    const events = [
      missing,
      anAction("allocate", "2026-11-15T01:00:00Z", { worker: "a@anyshire.example", openCase: true }),
      anAction("allocate", "2026-11-15T02:00:00Z", { worker: "b@anyshire.example", openCase: false }),
    ];
    const openCase = { openCase: true };
    expect(sinceWhen({ recorded: "allocate", with: openCase }, events)).toBe("2026-11-15T01:00");
    expect(sinceWhen({ lastRecorded: "allocate", with: openCase }, events)).toBeUndefined();
    expect(sinceWhen({ lastRecorded: "allocate" }, events)).toBe("2026-11-15T02:00");
  });
});
