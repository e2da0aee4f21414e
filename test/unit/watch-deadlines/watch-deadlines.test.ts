import { describe, expect, it } from "vitest";
import { aMissing, anUnreadable, aReading } from "../../builders/reading.ts";
import { receive, recover, watch } from "../../fakes/steps.ts";
import { aWorld, outboxOf, theRow } from "../../fakes/world.ts";

const opened = async (reading = aReading()) => {
  const world = aWorld();
  await receive(world, "mail-1", reading);
  return world;
};

describe("the watchdog, with every execution dead", () => {
  it("fires each rung within the minute after it falls due", async () => {
    const world = await opened();
    world.workflow.die();
    await watch(world);
    for (const at of [
      "2026-11-15T03:00:00Z",
      "2026-11-15T07:00:00Z",
      "2026-11-17T21:29:00Z",
      "2026-11-17T21:30:00Z",
      "2026-11-18T21:30:00Z",
    ]) {
      world.clock.to(at);
      await watch(world);
    }
    expect(world.post.sent.map(({ at, letter }) => `${at} ${letter.rules.join(" ")}`)).toEqual([
      "2026-11-14T23:00:00Z LEI-01",
      "2026-11-15T03:00:00Z ALL-18",
      "2026-11-15T07:00:00Z ALL-18",
      "2026-11-17T21:30:00Z LEI-03",
      "2026-11-17T21:30:00Z LEI-03",
      "2026-11-18T21:30:00Z LEI-16",
    ]);
  });

  it("has a dead workflow started again once a rung was a minute late", async () => {
    const world = await opened();
    world.workflow.die();
    await watch(world);
    expect(outboxOf(world).filter(({ kind }) => kind === "revive")).toEqual([]);
    world.clock.to("2026-11-17T21:31:00Z");
    await recover(world, 2);
    expect(theRow(world).generation).toBe(2);
    expect(world.workflow.executions.get(`${theRow(world).episodeId}-g2`)).toBe("running");
  });
});

describe("the watchdog", () => {
  it("tells of mails that wait before it works off what an outage left", async () => {
    const world = await opened();
    world.workflow.die();
    await receive(world, "mail-2", anUnreadable(["unknown-layout"]));
    await watch(world);
    const rules = world.post.sent.flatMap(({ letter }) => letter.rules);
    expect(rules.indexOf("quarantine")).toBe(0);
    expect(rules).toContain("LEI-01");
  });

  it("leaves alone what is not due", async () => {
    const world = await opened();
    await watch(world);
    world.clock.to("2026-11-15T02:59:59Z");
    expect(await watch(world)).toEqual({ fired: 0 });
  });

  it("does not fire what the workflow is firing", async () => {
    const world = await opened();
    const both = await Promise.all([watch(world), watch(world)]);
    expect(both.map(({ fired }) => fired).toSorted()).toEqual([0, 1]);
  });

  it("stops looking every minute at an episode whose duties ended by the passing of time alone", async () => {
    const world = await opened(aReading({ compacts: [aMissing({ child: { dateOfBirth: "2008-11-16" } })] }));
    await watch(world);
    world.clock.to("2026-11-20T09:00:00Z");
    await recover(world, 3);
    expect(world.post.rules()).toEqual(["LEI-01"]);
    world.io.calls.length = 0;
    await watch(world);
    expect(world.io.calls).not.toContain("load the episode");
  });
});
