import { describe, expect, it } from "vitest";
import { appendEvents } from "../../../../functions/core/append-events/append-events.ts";
import { TransientError } from "../../../../functions/domain/errors.ts";
import { anAction } from "../../../builders/events.ts";
import { aFound, aReading } from "../../../builders/reading.ts";
import { fireDue, receive, record } from "../../../fakes/steps.ts";
import { aWorld, outboxOf, theRow } from "../../../fakes/world.ts";

const waitingIn = async (...ladders: string[]) => {
  const world = aWorld();
  await receive(world, "mail-1");
  for (const ladder of ladders) await world.deps.tokens.keep(theRow(world).episodeId, ladder, `${ladder}!`);
  return world;
};

describe("an event", () => {
  it("wakes the ladder whose next rung it changes", async () => {
    const world = await waitingIn("while-missing", "contact");
    await receive(world, "mail-2", aReading({ compacts: [aFound()] }));
    expect(world.workflow.woken).toEqual(["while-missing!"]);
  });

  it("wakes no ladder that it changes nothing for", async () => {
    const world = await waitingIn("while-missing");
    await fireDue(world, theRow(world).episodeId);
    world.workflow.woken.length = 0;
    await record(world, "note", { text: "the school rang" });
    expect(world.workflow.woken).toEqual([]);
    expect(theRow(world).seq).toBe(3);
  });

  it("does not wake the ladder that recorded it", async () => {
    const world = await waitingIn("while-missing");
    await fireDue(world, theRow(world).episodeId);
    const { episodeId } = theRow(world);
    const events = [anAction("strategy-discussion-held", world.clock.iso(), { outcome: "agreed" })];
    await appendEvents({ episodeId, events, except: "while-missing" }, world.deps);
    expect(world.workflow.woken).toEqual([]);
  });

  it("that only says a due rung was fired wakes nobody a second time", async () => {
    const world = await waitingIn("contact", "return-interview");
    await receive(world, "mail-2", aReading({ compacts: [aFound()] }));
    await fireDue(world, theRow(world).episodeId);
    expect(theRow(world).ladders["return-interview"]).toMatch(/^wait /);
    expect(world.workflow.woken).toEqual([]);
  });

  it("waits in the outbox where Step Functions is away", async () => {
    const world = await waitingIn("while-missing");
    world.workflow.state.down = true;
    await receive(world, "mail-2", aReading({ compacts: [aFound()] }));
    expect(outboxOf(world)).toMatchObject([{ kind: "wake", ladder: "while-missing" }]);
  });

  it("that meets another writer at every attempt is left to be tried again, by name", async () => {
    const world = await waitingIn();
    const { episodeId } = theRow(world);
    const conflicting = { ...world.deps.episodes, transact: async () => "conflict" as const };
    const adding = appendEvents({ episodeId, events: [] }, { ...world.deps, episodes: conflicting });
    await expect(adding).rejects.toThrow(TransientError);
  });
});
