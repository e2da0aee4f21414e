import { describe, expect, it } from "vitest";
import { since } from "../../../functions/domain/condition/since.ts";
import { dutiesOf } from "../../../functions/domain/duty/duties.ts";
import type { EpisodeEvent } from "../../../functions/domain/episode/events.ts";
import type { Condition } from "../../../functions/domain/profile/condition.ts";
import { aContext, anEarlierEpisode } from "../../builders/context.ts";
import { anAction, aRung, compact, foundCompact, missingCompact } from "../../builders/events.ts";
import { aProfile, aRawRule } from "../../builders/profile.ts";

const NOW = "2026-11-20T00:00:00Z";
const sinceWhen = (condition: Condition, events: readonly EpisodeEvent[]) => {
  const at = since(condition, aContext({ now: NOW, events }));
  return at === undefined ? undefined : new Date(at).toISOString().slice(0, 19);
};
const back = [missingCompact(), foundCompact()];
const absent = (options: Parameters<typeof compact>[2] = {}) =>
  compact("absent", "2026-11-15T09:00:00Z", { missingSince: "2026-11-15T09:00:00+00:00", ...options });

describe("what was not so by its limit", () => {
  const unmet: Condition = {
    unmet: {
      condition: { recorded: "contact-made" },
      by: { anchor: "found-notified", amount: 24, unit: "h" },
    },
  };

  it.each([
    ["never", [], "2026-11-16T08:30:00"],
    ["at the limit", [anAction("contact-made", "2026-11-16T08:30:00Z")], undefined],
    ["a second after it", [anAction("contact-made", "2026-11-16T08:30:01Z")], "2026-11-16T08:30:00"],
  ])("recorded %s", (_when, actions, at) => {
    expect(sinceWhen(unmet, [...back, ...actions])).toBe(at);
  });

  it("has no limit while its anchor is unknown", () => {
    expect(sinceWhen(unmet, [missingCompact()])).toBeUndefined();
  });
});

describe("the time between two anchors", () => {
  const amount = { amount: 10.5, unit: "h" } as const;
  const between = (limit: object): Condition => ({ elapsed: { from: "missing", to: "returned", ...limit } });

  it("exactly the amount is neither over nor under it", () => {
    expect(sinceWhen(between({ over: amount }), back)).toBeUndefined();
    expect(sinceWhen(between({ under: amount }), back)).toBeUndefined();
    expect(sinceWhen(between({ over: { amount: 10, unit: "h" } }), back)).toBe("2026-11-15T08:30:00");
    expect(sinceWhen(between({ under: { amount: 11, unit: "h" } }), back)).toBe("2026-11-15T08:30:00");
  });

  it("is not known before both are", () => {
    expect(sinceWhen(between({ over: { amount: 1, unit: "h" } }), [missingCompact()])).toBeUndefined();
  });
});

describe("a mail of another duty has gone", () => {
  it("since the last of them", () => {
    expect(sinceWhen({ told: "hand-over" }, back)).toBeUndefined();
    const rungs = [
      aRung("hand-over", "told", "2026-11-16T09:00:00Z"),
      aRung("hand-over", "told~2", "2026-11-17T09:00:00Z"),
    ];
    expect(sinceWhen({ told: "hand-over" }, [...back, ...rungs])).toBe("2026-11-17T09:00:00");
  });
});

describe("absences are no missing episodes", () => {
  const context = (events: readonly EpisodeEvent[], kinds: readonly boolean[]) =>
    aContext({
      now: NOW,
      events,
      history: kinds.map((absence, i) => anEarlierEpisode(`2026-11-0${i + 1}T09:00:00Z`, { absence })),
    });

  it("a repeat counts one kind only", () => {
    const mixed = context([absent()], [true, false, true]);
    expect(since({ episodes: { atLeast: 2 } }, mixed)).toBeUndefined();
    expect(since({ episodes: { atLeast: 1 } }, mixed)).toBeDefined();
    expect(since({ episodes: { atLeast: 3, of: "absence" } }, mixed)).toBeDefined();
  });

  it.each([
    ["three", [true, true], true],
    ["two", [true], false],
    ["three with a missing episode between", [true, true, false], false],
    ["three after a missing episode", [false, true, true], true],
  ])("in a row: %s", (_what, kinds, holds) => {
    expect(since({ absencesInARow: 3 }, context([absent()], kinds)) !== undefined).toBe(holds);
  });

  it("an absence that becomes a missing episode is one", () => {
    expect(
      since(
        { absencesInARow: 2 },
        context([absent(), missingCompact({ sent: "2026-11-15T12:00:00Z" })], [true]),
      ),
    ).toBeUndefined();
  });
});

describe("a duty that arises anew", () => {
  const profile = aProfile({
    rules: [
      aRawRule({
        when: { lastRecorded: "raise-concern" },
        due: [],
        rungs: [],
        again: true,
        endedBy: [{ action: "oversight" }],
      }),
    ],
  });
  const concern = (at: string) => anAction("raise-concern", at, { concern: "x" });
  const answer = anAction("oversight", "2026-11-16T10:00:00Z", { outcome: "seen" });

  it("is not ended by what was recorded before it", () => {
    const state = (events: readonly EpisodeEvent[]) =>
      dutiesOf(aContext({ now: NOW, profile, events: [...back, ...events] })).map(({ state }) => state);
    expect(state([concern("2026-11-16T09:00:00Z"), answer])).toEqual(["done"]);
    expect(state([concern("2026-11-16T09:00:00Z"), answer, concern("2026-11-16T11:00:00Z")])).toEqual([
      "done",
      "open",
    ]);
  });
});
