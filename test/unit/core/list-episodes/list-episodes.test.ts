import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planFor } from "../../../../functions/core/append-events/append-events.ts";
import { listEpisodes } from "../../../../functions/core/list-episodes/list-episodes.ts";
import { aFound, aMissing, aReading } from "../../../builders/reading.ts";
import { receive, record, recover } from "../../../fakes/steps.ts";
import { aWorld, rows, theRow, type World } from "../../../fakes/world.ts";

const update = { ...aMissing({ risk: "high" }), kind: "update" as const };
const earlier = aMissing({ reference: "MP/26/004002", missingSince: "2026-11-02T21:30:00+00:00" });
const worker = "s.okoro@leicestershire.example";

const arrivals: Record<string, (world: World) => Promise<unknown>> = {
  missing: (world) => receive(world, "missing", aReading({ date: "2026-11-14T23:00:00Z" })),
  found: (world) => receive(world, "found", aReading({ compacts: [aFound()], date: "2026-11-15T08:30:00Z" })),
  update: (world) => receive(world, "update", aReading({ compacts: [update], date: "2026-11-15T07:00:00Z" })),
  "an earlier episode": (world) => receive(world, "earlier", aReading({ compacts: [earlier] })),
  "an allocation": (world) => record(world, "allocate", { worker }, { id: "allocate" }),
  "an attempt": (world) => record(world, "contact-attempt", { method: "call" }, { id: "attempt" }),
  "two days": async (world) => world.clock.advance(2 * 24 * 60),
  "the watchdog": (world) => recover(world, 2),
};
const names = Object.keys(arrivals);

const folded = async (world: World) => {
  const all = rows(world).map(async ({ episodeId }) => {
    const { row } = await planFor({ episodeId, events: [] }, world.deps);
    return { episodeId, status: row.status, listing: row.listing };
  });
  return Promise.all(all);
};

const listed = async (world: World) =>
  (await listEpisodes("all", world.deps)).map(({ episodeId, status, listing }) => ({
    episodeId,
    status,
    listing,
  }));

const put = (world: World, episodeId: string, change: object) => {
  const stored = world.db.episodes.get(episodeId);
  if (!stored) throw new Error("no such row");
  world.db.episodes.set(episodeId, {
    ...stored,
    body: JSON.stringify({ ...JSON.parse(stored.body), ...change }),
  });
};

describe("the list of episodes", () => {
  it("is what folding each would show, whatever came in whatever order, and whenever one looks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(names),
        fc.array(fc.integer({ min: 0, max: 5 * 24 * 60 }), { minLength: 1, maxLength: 3 }),
        async (order, looks) => {
          const world = aWorld({ at: "2026-11-15T08:35:00Z" });
          for (const name of order) await arrivals[name]?.(world);
          for (const minutes of looks) {
            world.clock.advance(minutes);
            expect(await listed(world)).toEqual(await folded(world));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("reads rows alone while they are good, and writes nothing", async () => {
    const world = aWorld();
    await receive(world, "mail-1");
    world.io.calls.length = 0;
    expect(await listEpisodes("open", world.deps)).toMatchObject([{ reference: "MP/26/004417" }]);
    expect(world.io.calls).toEqual(["list the rows"]);
  });

  it.each([
    ["from before there were listings", undefined],
    ["that nobody can read", { made: 0 }],
  ])("folds a row %s", async (_what, listing) => {
    const world = aWorld();
    await receive(world, "mail-1");
    const expected = await folded(world);
    put(world, theRow(world).episodeId, { listing });
    expect(theRow(world).listing).toBeUndefined();
    expect(await listed(world)).toEqual(expected);
  });

  it("shows an episode that cannot be folded, and every other", async () => {
    const world = aWorld();
    await receive(world, "mail-1");
    await receive(world, "mail-2", aReading({ compacts: [earlier] }));
    const { episodeId } = theRow(world);
    put(world, episodeId, { listing: undefined, profileHash: "gone" });
    const list = await listEpisodes("open", world.deps);
    expect(list).toHaveLength(2);
    expect(list.find((row) => row.episodeId === episodeId)).toMatchObject({
      unread: true,
      listing: { duties: [] },
    });
  });

  it("leaves closed ones out unless asked for all", async () => {
    const world = aWorld();
    await receive(world, "mail-1");
    await record(world, "cancel", { reason: "created-in-error" });
    expect(await listEpisodes("open", world.deps)).toEqual([]);
    expect(await listEpisodes("all", world.deps)).toMatchObject([{ status: "cancelled" }]);
  });
});
