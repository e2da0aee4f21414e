import { describe, expect, it } from "vitest";
import { handOver } from "../../../functions/hand-over/hand-over.ts";
import { receive } from "../../fakes/steps.ts";
import { aWorld, theRow } from "../../fakes/world.ts";

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
