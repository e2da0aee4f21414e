import { describe, expect, it } from "vitest";
import { closeEpisode } from "../../../functions/close-episode/close-episode.ts";
import { TransientError } from "../../../functions/domain/errors.ts";
import { receive, record } from "../../fakes/steps.ts";
import { aWorld, theRow } from "../../fakes/world.ts";

const begin = async () => {
  const world = aWorld();
  await receive(world, "mail-1");
  const { episodeId } = theRow(world);
  return { world, input: { episodeId, generation: 1 } };
};

describe("the workflow's last step", () => {
  it("ends the generation of an episode with nothing open", async () => {
    const { world, input } = await begin();
    await record(world, "cancel", { reason: "duplicate" });
    expect(await closeEpisode(input, world.deps)).toEqual({ closed: true });
    expect(theRow(world)).toMatchObject({ running: false, generation: 1, status: "cancelled" });
    expect(world.workflow.executions.size).toBe(1);
  });

  it("taken twice changes nothing the second time", async () => {
    const { world, input } = await begin();
    await record(world, "cancel", { reason: "duplicate" });
    await closeEpisode(input, world.deps);
    const { version } = theRow(world);
    expect(await closeEpisode(input, world.deps)).toEqual({ closed: true });
    expect(theRow(world).version).toBe(version);
  });

  it("starts the next generation where the episode is open again", async () => {
    const { world, input } = await begin();
    expect(await closeEpisode(input, world.deps)).toEqual({ closed: false });
    expect(theRow(world)).toMatchObject({ running: true, generation: 2 });
    expect([...world.workflow.executions.keys()]).toContain(`${input.episodeId}-g2`);
  });

  it("is left to the newer generation by one that was followed already", async () => {
    const { world, input } = await begin();
    await closeEpisode(input, world.deps);
    expect(await closeEpisode(input, world.deps)).toEqual({ closed: false });
    expect(theRow(world).generation).toBe(2);
  });

  it("is tried again where an event came meanwhile, and then sees it", async () => {
    const { world, input } = await begin();
    await record(world, "cancel", { reason: "duplicate" });
    world.meddling.beforeNextCommit = () => record(world, "note", { text: "rang back" });
    await expect(closeEpisode(input, world.deps)).rejects.toThrow(TransientError);
    expect(await closeEpisode(input, world.deps)).toEqual({ closed: true });
  });
});
