import { describe, expect, it } from "vitest";
import { PermanentError } from "../../../functions/domain/errors.ts";
import { openEpisode } from "../../../functions/open-episode/open-episode.ts";
import { receive } from "../../fakes/steps.ts";
import { aWorld, theRow } from "../../fakes/world.ts";

describe("the workflow's first step", () => {
  it("gives the reference of the episode", async () => {
    const world = aWorld();
    await receive(world, "mail-1");
    expect(await openEpisode(theRow(world), world.deps)).toEqual({ reference: "MP/26/004417" });
  });

  it("refuses to run for an episode that is not there", async () => {
    await expect(openEpisode({ episodeId: "ep-gone" }, aWorld().deps)).rejects.toThrow(PermanentError);
  });
});
