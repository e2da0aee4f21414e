import { describe, expect, it } from "vitest";
import { closeEpisode } from "../../../functions/close-episode/close-episode.ts";
import { aFound, aMissing, aReading } from "../../builders/reading.ts";
import { receive, record, sweep } from "../../fakes/steps.ts";
import { aWorld, outboxOf, rows, theRow } from "../../fakes/world.ts";

const reviving = async () => {
  const world = aWorld();
  await receive(world, "mail-1");
  const { episodeId } = theRow(world);
  const message = { id: `revive#${episodeId}`, kind: "revive" as const, episodeId };
  return { world, message, revive: () => world.deps.dispatch([message]) };
};

describe("the sweep", () => {
  it("carries out what a commit left undone and empties the outbox", async () => {
    const world = aWorld();
    world.workflow.state.down = true;
    await receive(world, "mail-1");
    expect(world.workflow.executions.size).toBe(0);
    world.workflow.state.down = false;
    expect(await sweep(world)).toEqual({ swept: 1 });
    expect(world.workflow.executions.size).toBe(1);
    expect(outboxOf(world)).toEqual([]);
  });

  it("leaves what fails for the next minute, says which by id, and goes on with the rest", async () => {
    const { world, message } = await reviving();
    await world.deps.leave({ id: "reassess#gone", kind: "reassess", episodeId: "ep-gone" });
    await world.deps.leave(message);
    await sweep(world);
    expect(world.left.map(({ id }) => id)).toEqual(["reassess#gone"]);
    expect(outboxOf(world).map(({ id }) => id)).toEqual(["reassess#gone"]);
  });

  it("does all others before it fails over a message nobody can read", async () => {
    const { world, message } = await reviving();
    world.db.outbox.set("wake#odd", "{}");
    await world.deps.leave(message);
    await expect(sweep(world)).rejects.toThrow("wake#odd");
    expect(world.left.map(({ id }) => id)).toEqual(["wake#odd"]);
    expect([...world.db.outbox.keys()]).toEqual(["wake#odd"]);
  });

  it("does three hundred a minute, another part each minute, so that none waits behind those that fail for ever", async () => {
    const { world } = await reviving();
    for (let n = 0; n < 700; n += 1)
      await world.deps.leave({ id: `reassess#${n}`, kind: "reassess", episodeId: "ep-gone" });
    for (const _ of [1, 2, 3]) {
      expect(await sweep(world)).toEqual({ swept: 300 });
      world.clock.advance(1);
    }
    expect(new Set(world.left.map(({ id }) => id)).size).toBe(700);
  });

  it("continues nobody where no token is kept: the ladder's own timer and the watchdog remain", async () => {
    const world = aWorld();
    await receive(world, "mail-1");
    await receive(world, "mail-2", aReading({ compacts: [aFound()] }));
    expect(world.workflow.woken).toEqual([]);
    expect(outboxOf(world)).toEqual([]);
  });
});

describe("the rounds of the sweep", () => {
  it("find a workflow that died where nothing is due, and start the next generation", async () => {
    const { world } = await reviving();
    await sweep(world);
    expect(theRow(world).generation).toBe(1);
    world.workflow.die();
    await sweep(world);
    expect(theRow(world).generation).toBe(2);
    expect(world.workflow.executions.get(`${theRow(world).episodeId}-g2`)).toBe("running");
  });

  it("come to every open episode, a few each minute", async () => {
    const world = aWorld();
    for (let n = 10; n < 50; n += 1)
      await receive(world, `mail-${n}`, aReading({ compacts: [aMissing({ reference: `MP/26/0044${n}` })] }));
    world.workflow.die();
    for (const revived of [15, 30, 40, 40]) {
      await sweep(world);
      expect(rows(world).filter(({ generation }) => generation === 2)).toHaveLength(revived);
    }
  });

  it("end where Step Functions is away, with what the outbox held already done", async () => {
    const { world, message } = await reviving();
    await world.deps.leave({ ...message, kind: "wake", ladder: "contact", id: "wake" });
    world.workflow.state.down = true;
    await expect(sweep(world)).rejects.toThrow("Step Functions is away");
    expect(outboxOf(world)).toEqual([]);
  });
});

describe("the revival of a workflow", () => {
  it("leaves one that lives alone", async () => {
    const { world, revive } = await reviving();
    await revive();
    expect(theRow(world)).toMatchObject({ generation: 1, version: 1 });
  });

  it("starts the next generation of one that is dead", async () => {
    const { world, revive } = await reviving();
    world.workflow.die();
    await revive();
    expect(theRow(world).generation).toBe(2);
    expect(world.workflow.executions.get(`${theRow(world).episodeId}-g2`)).toBe("running");
    expect(outboxOf(world)).toEqual([]);
  });

  it("starts none for an episode that has ended", async () => {
    const { world, revive } = await reviving();
    await record(world, "cancel", { reason: "duplicate" });
    await closeEpisode({ episodeId: theRow(world).episodeId, generation: 1 }, world.deps);
    world.workflow.die();
    await revive();
    expect(theRow(world).generation).toBe(1);
  });

  it("that meets another writer is tried again by the sweep", async () => {
    const { world, message, revive } = await reviving();
    world.workflow.die();
    await world.deps.leave(message);
    world.meddling.beforeNextCommit = () => record(world, "note", { text: "rang back" });
    await revive();
    expect(outboxOf(world)).toEqual([message]);
    await sweep(world);
    expect(theRow(world).generation).toBe(2);
  });
});
