import { describe, expect, it } from "vitest";
import { mailboxClaim } from "../../../functions/core/fire-rungs/leases.ts";
import { toInstant } from "../../../functions/domain/calendar/instant.ts";
import { PermanentError } from "../../../functions/domain/errors.ts";
import type { Ladder } from "../../../functions/domain/profile/ladder.ts";
import { followLadder, secondsFor } from "../../../functions/follow-ladder/follow-ladder.ts";
import { aFound, aReading } from "../../builders/reading.ts";
import { receive, record } from "../../fakes/steps.ts";
import { aWorld, theRow } from "../../fakes/world.ts";

const opened = async () => {
  const world = aWorld();
  await receive(world, "mail-1");
  const { episodeId } = theRow(world);
  const startedAt = world.clock.now();
  const follow = (ladder: Ladder = "while-missing", generation = 1) =>
    followLadder({ episodeId, generation, ladder, startedAt }, world.deps);
  return { world, follow };
};

describe("a turn of a ladder", () => {
  it("is refused for an episode that is not there", async () => {
    const input = { episodeId: "ep-gone", generation: 1, ladder: "while-missing" as const, startedAt: 0 };
    await expect(followLadder(input, aWorld().deps)).rejects.toThrow(PermanentError);
  });

  it("fires what is due, then waits to the second for the next rung", async () => {
    const { world, follow } = await opened();
    expect(await follow()).toEqual({
      kind: "wait",
      // Nobody is allocated: the office is told again after four hours (ALL-18).
      seconds: 4 * 3_600,
      state: `wait ${toInstant("2026-11-15T03:00:00Z")}`,
    });
    expect(world.post.rules()).toEqual(["LEI-01"]);
  });

  it("is settled once the child is found, and the interview's then waits for its reminder", async () => {
    const { world, follow } = await opened();
    world.clock.to("2026-11-15T08:30:00Z");
    await receive(world, "mail-2", aReading({ compacts: [aFound()] }));
    expect(await follow()).toMatchObject({ kind: "settled" });
    expect(await follow("return-interview")).toMatchObject({
      kind: "wait",
      state: `wait ${toInstant("2026-11-17T08:00:00Z")}`,
    });
  });

  it("looks again when the lease of whoever is firing the rung has run out", async () => {
    const { world, follow } = await opened();
    const now = world.clock.now();
    await world.deps.claims.take(mailboxClaim("ce-team@leicestershire.example"), now, now + 120_000);
    expect(await follow()).toMatchObject({ kind: "wait", seconds: 120 });
    expect(world.post.sent).toEqual([]);
  });

  it("gives the state as it is stored, for the wait to see a change", async () => {
    const { world, follow } = await opened();
    const { state } = await follow();
    expect(theRow(world).ladders["while-missing"]).toBe(state);
  });

  it("hands over to the next generation long before Step Functions' year", async () => {
    const { world, follow } = await opened();
    await follow();
    await record(world, "strategy-discussion-held", { outcome: "agreed", chair: "chair" });
    world.clock.to("2027-09-11T23:00:01Z");
    expect(await follow()).toMatchObject({ kind: "settled" });
  });

  it("ends at once in an execution that a newer generation has followed", async () => {
    const { world, follow } = await opened();
    world.workflow.die();
    const { episodeId } = theRow(world);
    await world.deps.dispatch([{ id: "revive", kind: "revive", episodeId }]);
    expect(await follow("while-missing", 1)).toMatchObject({ kind: "settled" });
    expect(await follow("while-missing", 2)).toMatchObject({ kind: "wait" });
  });
});

describe("the seconds of a wait", () => {
  const now = toInstant("2026-11-14T23:00:00Z");

  it.each([
    ["at least one", { kind: "wait", until: now - 5_000 } as const, 1],
    ["up to the whole second", { kind: "wait", until: now + 1_500 } as const, 2],
    ["at most thirty days", { kind: "wait", until: now + 400 * 86_400_000 } as const, 30 * 86_400],
    ["thirty days with nothing to wait for", { kind: "wait" } as const, 30 * 86_400],
  ])("are %s", (_what, step, seconds) => {
    expect(secondsFor(step, now)).toBe(seconds);
  });
});
