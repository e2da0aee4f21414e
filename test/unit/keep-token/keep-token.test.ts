import { describe, expect, it } from "vitest";
import { keepToken } from "../../../functions/keep-token/keep-token.ts";
import { aFound, aReading } from "../../builders/reading.ts";
import { receive } from "../../fakes/steps.ts";
import { aWorld, theRow } from "../../fakes/world.ts";

const begin = async () => {
  const world = aWorld();
  await receive(world, "mail-1");
  const { episodeId, ladders } = theRow(world);
  const ladder = "while-missing" as const;
  return { world, input: { episodeId, ladder, token: "token-1", state: ladders[ladder] ?? "" } };
};

describe("a ladder's token", () => {
  it("is kept, and the ladder sleeps where nothing has changed since it was assessed", async () => {
    const { world, input } = await begin();
    await keepToken(input, world.deps);
    expect(await world.deps.tokens.find(input.episodeId, "while-missing")).toBe("token-1");
    expect(world.workflow.woken).toEqual([]);
  });

  it("wakes the ladder at once where an event came between assessing and waiting", async () => {
    const { world, input } = await begin();
    await receive(world, "mail-2", aReading({ compacts: [aFound()] }));
    await keepToken(input, world.deps);
    expect(world.workflow.woken).toEqual(["token-1"]);
  });

  it("is stored before the ladder is looked at, so that no event falls between the two", async () => {
    const { world, input } = await begin();
    world.io.calls.length = 0;
    await keepToken(input, world.deps);
    expect(world.io.calls).toEqual(["keep a token", "load the episode"]);
  });

  it("replaces the one before it", async () => {
    const { world, input } = await begin();
    await keepToken(input, world.deps);
    await keepToken({ ...input, token: "token-2" }, world.deps);
    await receive(world, "mail-2", aReading({ compacts: [aFound()] }));
    expect(world.workflow.woken).toEqual(["token-2"]);
  });
});
