import { describe, expect, it } from "vitest";
import { assess } from "../../../functions/domain/duty/assess.ts";
import type { EpisodeEvent } from "../../../functions/domain/episode/events.ts";
import { nextStep } from "../../../localstack/lab/episode/next-step.ts";
import { aContext } from "../../builders/context.ts";
import { aRung, foundCompact, missingCompact } from "../../builders/events.ts";
import { aProfile, aRawRule } from "../../builders/profile.ts";

const episode = [missingCompact(), foundCompact()];
const rung = { id: "told", from: "created", amount: 2, unit: "h", to: ["owner"], says: "Told." };

const atOnce = aRung("return-interview", "at-once", "2026-11-15T08:30:00Z");

const stepAt = (now: string, rules: unknown[], events: readonly EpisodeEvent[] = [...episode, atOnce]) => {
  const context = aContext({ profile: aProfile({ rules }), events, now });
  return nextStep(assess(context), context.now);
};

describe("what comes next in an episode", () => {
  const withMail = aRawRule({ rungs: [rung] });
  const withLimit = aRawRule({ rungs: [{ ...rung, id: "at-once", amount: 0 }] });
  const silent = aRawRule({ due: [], rungs: [] });
  const ended = aRawRule({ doneWhen: { compact: ["found"] } });

  it.each([
    ["the next mail", withMail, { kind: "mail", rule: "ANY-01", duty: "return-interview", rung: "told" }],
    ["the limit, where no mail is left", withLimit, { kind: "limit", rule: "ANY-01", rung: null }],
    ["a duty that stays open, without a limit", silent, { kind: "no-limit", at: null, rule: "ANY-01" }],
  ])("is %s", (_what, rule, expected) => {
    expect(stepAt("2026-11-15T09:00:00Z", [rule])).toMatchObject(expected);
  });

  it("is a duty left open past its limit, and in the end nothing", () => {
    expect(stepAt("2027-11-15T09:00:00Z", [withLimit])).toMatchObject({ kind: "overdue", rule: "ANY-01" });
    expect(stepAt("2026-11-15T09:00:00Z", [ended])).toBeNull();
  });
});
