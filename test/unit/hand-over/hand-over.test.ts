import { describe, expect, it } from "vitest";
import { FAILING_FOR_MS, handOver } from "../../../functions/hand-over/hand-over.ts";
import { receive } from "../../fakes/steps.ts";
import { aWorld, theRow } from "../../fakes/world.ts";

/** Of the retry in `statemachines/retry.asl.json`. */
const TRIES = 5;

const failing = async () => {
  const world = aWorld();
  await receive(world, "mail-1");
  const { episodeId } = theRow(world);
  return { world, handOver: (ladder = "contact") => handOver({ episodeId, ladder }, world.deps) };
};

describe("a step that failed", () => {
  it("is told to a named role, with the reference and no name of a child", async () => {
    const { world, handOver } = await failing();
    await handOver();
    expect(world.post.sent[0]?.letter).toMatchObject({
      to: ["ce-team@leicestershire.example"],
      subject: "MP/26/004417: the system could not take a step by itself",
    });
    expect(JSON.stringify(world.post.sent)).not.toMatch(/Marlowe|Ellie/);
  });

  it("ALL-13: is told once a day for the episode, whichever ladders fail and however often", async () => {
    const { world, handOver } = await failing();
    for (const minutes of [0, 5, 5]) {
      world.clock.advance(minutes);
      await handOver();
      await handOver("strategy-discussion");
    }
    expect(world.post.sent).toHaveLength(1);
    world.clock.advance(24 * 60);
    await handOver();
    expect(world.post.sent).toHaveLength(2);
  });

  const input = (world: ReturnType<typeof aWorld>, startedHoursAgo: number) => {
    const { episodeId, generation } = theRow(world);
    const startedAt = world.deps.now() - startedHoursAgo * 3_600_000;
    return { episodeId, generation, ladder: "contact", startedAt };
  };

  it("is tried again in the same execution while that is young", async () => {
    const { world } = await failing();
    const before = theRow(world);
    expect(await handOver(input(world, 11.9), world.deps)).toEqual({ kind: "pause" });
    expect(theRow(world)).toEqual(before);
  });

  it("is left after half a day to the next generation, which is started in the same write", async () => {
    const { world } = await failing();
    const asked = input(world, 12);
    expect(await handOver(asked, world.deps)).toEqual({ kind: "followed" });
    expect(theRow(world).generation).toBe(asked.generation + 1);
    // Its other branches fail too, and start no third.
    expect(await handOver(asked, world.deps)).toEqual({ kind: "followed" });
    expect(theRow(world).generation).toBe(asked.generation + 1);
  });

  it("is left to it with SES away too, when nobody can be told", async () => {
    const { world } = await failing();
    world.post.state.down = true;
    await expect(handOver(input(world, 11.9), world.deps)).rejects.toThrow();
    expect(await handOver(input(world, 12), world.deps)).toEqual({ kind: "followed" });
  });

  it("writes fewer events in that time than Step Functions takes in one execution", () => {
    // Entered, and of each try scheduled, started, failed; the hand-over and the pause.
    const eventsOfOneTurn = 1 + 3 * (1 + TRIES) + 10;
    const turns = FAILING_FOR_MS / 300_000;
    expect(3 * turns * eventsOfOneTurn).toBeLessThan(25_000 * 0.6);
  });

  it("is told at the next turn where SES was away", async () => {
    const { world, handOver } = await failing();
    world.post.state.down = true;
    await expect(handOver()).rejects.toThrow();
    world.post.state.down = false;
    world.clock.advance(5);
    await handOver();
    expect(world.post.sent).toHaveLength(1);
  });
});
