import { beforeEach, describe, expect, it } from "vitest";
import { planFor } from "../../../functions/core/append-events/append-events.ts";
import { aMissing, aReading } from "../../builders/reading.ts";
import { receive, record, recover } from "../../fakes/steps.ts";
import { aWorld, eventsOf, theRow, type World } from "../../fakes/world.ts";

const OTHER = "MP/26/004500";
const why = { other: OTHER, reason: "The mother says so: it is one girl." };

/** The same child by another spelling, four days before. */
const aSecond = async (world: World): Promise<void> => {
  const misspelt = aMissing({
    reference: OTHER,
    missingSince: "2026-11-10T21:30:00+00:00",
    child: { forenames: "Elly", surname: "Marlow" },
  });
  await receive(world, "mail-2", aReading({ compacts: [misspelt] }));
};

const begin = async (): Promise<World> => {
  const world = aWorld();
  await receive(world, "mail-1");
  await aSecond(world);
  return world;
};

const historyOf = async (world: World, reference?: string): Promise<number> => {
  const { episodeId } = theRow(world, reference);
  return (await planFor({ episodeId, events: [] }, world.deps)).context.history.length;
};
const both = async (world: World) => [await historyOf(world), await historyOf(world, OTHER)];
const typesIn = async (world: World, reference?: string) =>
  (await eventsOf(world, theRow(world, reference).episodeId)).map(({ type }) => type);

let world: World;
beforeEach(async () => {
  world = await begin();
});

describe("two episodes that a person says are one child's", () => {
  it("count for each other, are not merged, and each says with what reason", async () => {
    expect(await both(world)).toEqual([1, 1]);
    expect(await record(world, "link-child", why)).toMatchObject({ outcome: "recorded", events: 2 });
    expect(await both(world)).toEqual([2, 2]);
    for (const [own, other] of [
      [undefined, OTHER],
      [OTHER, "MP/26/004417"],
    ] as const) {
      const last = (await eventsOf(world, theRow(world, own).episodeId)).at(-1);
      expect(last).toMatchObject({ type: "link-child", data: { other, reason: why.reason } });
    }
  });

  it("share an interview from then on", async () => {
    const held = { method: "face-to-face", covers: [OTHER] };
    const says = [expect.objectContaining({ says: `${OTHER} is another child's episode` })];
    expect(await record(world, "interview-held", held)).toMatchObject({ outcome: "refused", faults: says });
    await record(world, "link-child", why);
    expect(await record(world, "interview-held", held)).not.toMatchObject({ faults: says });
  });

  it("take a third one with them that either is known by", async () => {
    const third = aMissing({ reference: "MP/26/004600", missingSince: "2026-11-05T21:30:00+00:00" });
    await receive(world, "mail-3", aReading({ compacts: [third] }));
    await record(world, "link-child", why);
    expect(await historyOf(world, OTHER)).toBe(3);
  });

  it("are told apart again by a person, with a reason, and may be linked once more", async () => {
    await record(world, "link-child", why);
    world.clock.advance(1);
    expect(await record(world, "unlink-child", why)).toMatchObject({ outcome: "recorded" });
    expect(await both(world)).toEqual([1, 1]);
    world.clock.advance(1);
    await record(world, "link-child", { other: "MP/26/004417", reason: "x" }, { reference: OTHER });
    expect(await both(world)).toEqual([2, 2]);
  });

  it.each([
    ["link-child", { other: "MP/26/999999", reason: "x" }, /^no episode is known/],
    ["link-child", { other: "MP/26/004417", reason: "x" }, /is this very episode/],
    ["unlink-child", why, /^nobody linked/],
  ])("%s %j is refused, and nothing is written", async (action, data, says) => {
    const answer = await record(world, action, data);
    expect(answer).toMatchObject({ outcome: "refused", faults: [{ says: expect.stringMatching(says) }] });
    expect(await both(world)).toEqual([1, 1]);
  });

  it("are not linked twice, nor what the mails link already", async () => {
    await record(world, "link-child", why);
    expect(await record(world, "link-child", why)).toMatchObject({
      outcome: "refused",
      faults: [{ says: expect.stringMatching(/same child's already/) }],
    });
  });

  it.each(["link-child", "unlink-child"])(
    "killed at any call of %s and sent again, are so once",
    async (action) => {
      const prepared = async (): Promise<World> => {
        const fresh = await begin();
        if (action === "unlink-child") await record(fresh, "link-child", why, { id: "before" });
        fresh.clock.advance(1);
        fresh.io.calls.length = 0;
        return fresh;
      };
      const act = (on: World) => record(on, action, why, { id: "one" });
      const whole = await prepared();
      await act(whole);
      const calls = [...whole.io.calls];
      expect(calls.filter((call) => call === "commit").length).toBeGreaterThan(1);
      const expected = [await both(whole), await typesIn(whole), await typesIn(whole, OTHER)];
      for (const having of ["done", "not-done"] as const)
        for (const index of calls.keys()) {
          const killed = await prepared();
          killed.io.dieAt(index + 1, having);
          await act(killed).catch(() => undefined);
          killed.io.restart();
          await act(killed);
          await recover(killed, 1);
          const types = async (reference?: string) =>
            (await typesIn(killed, reference)).filter((type) => type !== "rung-fired");
          expect([await both(killed), await types(), await types(OTHER)]).toEqual(expected);
        }
    },
  );
});
