import { beforeEach, describe, expect, it } from "vitest";
import { aProfile } from "../../builders/profile.ts";
import { aFound, aReading } from "../../builders/reading.ts";
import { receive, record } from "../../fakes/steps.ts";
import { aWorld, eventsOf, theRow, type World } from "../../fakes/world.ts";

let world: World;
beforeEach(async () => {
  world = aWorld();
  await receive(world, "mail-1");
});

const says = (recorded: Awaited<ReturnType<typeof record>>): string[] =>
  recorded.outcome === "refused" ? recorded.faults.map((f) => f.says) : [];

describe("what a person did", () => {
  it("is kept as an event, with who did it, when, and what the schema adds", async () => {
    const { episodeId } = theRow(world);
    expect(
      await record(world, "contact-attempt", { method: "call" }, { at: "2026-11-14T22:50:00Z" }),
    ).toEqual({
      outcome: "recorded",
      episodeId,
      events: 2,
    });
    expect((await eventsOf(world, episodeId)).at(-1)).toMatchObject({
      type: "contact-attempt",
      at: "2026-11-14T22:50:00Z",
      recordedAt: "2026-11-14T23:00:00Z",
      by: "worker",
      data: { method: "call", contact: "child" },
    });
  });

  it("sent twice under one id is kept once, and both are told it was", async () => {
    const note = () => record(world, "note", { text: "rang back" }, { id: "request-x" });
    const both = [await note(), await note()];
    expect(both.map(({ outcome }) => outcome)).toEqual(["recorded", "recorded"]);
    expect(theRow(world).seq).toBe(2);
  });

  describe("under a guard that looks at what was recorded", () => {
    const decline = (id: string, by: World = world) =>
      record(by, "decline", { reason: "does not want to" }, { id });

    beforeEach(async () => {
      const guard = {
        id: "ANY-09",
        clause: "9",
        source: "001",
        actions: ["decline"],
        refuseWhen: { recorded: "decline" },
        says: "Declined already.",
      };
      const forces = aProfile().forces.map((force) => ({ ...force, id: "leicestershire-police" }));
      world = aWorld({ profile: aProfile({ forces, guards: [guard] }) });
      await receive(world, "mail-1");
    });

    it("is not refused the second time under one id for what the first one changed", async () => {
      expect(await decline("one")).toMatchObject({ outcome: "recorded" });
      expect(await decline("one")).toMatchObject({ outcome: "recorded", events: 2 });
      expect(await decline("two")).toMatchObject({ outcome: "refused", faults: [{ clause: "9" }] });
    });

    it("is judged again on what another writer left between the judgement and the commit", async () => {
      const { transact } = world.deps.episodes;
      let first = true;
      const overtaken: World["deps"]["episodes"]["transact"] = async (writes) => {
        if (first) {
          first = false;
          await decline("another");
        }
        return transact(writes);
      };
      const deps = { ...world.deps, episodes: { ...world.deps.episodes, transact: overtaken } };
      expect(await decline("late", { ...world, deps })).toMatchObject({
        outcome: "refused",
        faults: [{ rule: "ANY-09", clause: "9" }],
      });
      expect(theRow(world).seq).toBe(2);
    });
  });
});

describe("an action that is refused", () => {
  it("of an episode nobody knows", async () => {
    expect(await record(world, "note", { text: "x" }, { reference: "MP/26/999999" })).toEqual({
      outcome: "unknown-episode",
    });
  });

  it("names every fault of its data and its time, and writes nothing", async () => {
    const faults = says(
      await record(world, "allocate", { worker: 7, lineManager: "nobody" }, { at: "noon" }),
    );
    expect(faults).toHaveLength(3);
    expect(faults[0]).toMatch(/^allocate: "worker" /);
    expect(faults[1]).toMatch(/^allocate: "lineManager" /);
    expect(faults[2]).toBe('"noon" is not a time with a zone, such as 2026-11-16T10:30:00Z');
    expect(theRow(world).version).toBe(1);
  });

  it("says more than the action takes: a misspelt reason must not be lost without a word", async () => {
    const faults = says(await record(world, "decline", { reason: "asleep", bye: "parent" }));
    expect(faults).toEqual([expect.stringMatching(/^decline: .*"bye"/)]);
    expect(theRow(world).version).toBe(1);
  });

  it("has a name that is no action's, and is told of its time as well", async () => {
    expect(says(await record(world, "interview", {}, { at: "noon" }))).toEqual([
      'no action is called "interview"',
      '"noon" is not a time with a zone, such as 2026-11-16T10:30:00Z',
    ]);
  });

  it("is said to happen in the future", async () => {
    const later = await record(world, "note", { text: "x" }, { at: "2026-11-14T23:00:01Z" });
    expect(says(later)).toEqual(["2026-11-14T23:00:01Z has not come yet"]);
  });

  it("by the protocol carries the rule and clause that refuse it, and writes nothing", async () => {
    await receive(
      world,
      "mail-2",
      aReading({ compacts: [aFound({ returnedAt: "2026-11-14T22:40:00+00:00" })] }),
    );
    const { version } = theRow(world);
    expect(await record(world, "interview-held", { method: "telephone" })).toMatchObject({
      outcome: "refused",
      faults: [{ rule: "LEI-05", clause: "4" }],
    });
    expect(theRow(world).version).toBe(version);
  });
});
