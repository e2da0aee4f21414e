import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aFound, aMissing, anUnreadable, aReading } from "../../builders/reading.ts";
import { receive, record, recover } from "../../fakes/steps.ts";
import { aWorld, eventsOf, outboxOf, rows, type World } from "../../fakes/world.ts";

type Step = (world: World) => Promise<unknown>;

const update = { ...aMissing({ risk: "high" }), kind: "update" as const };
const earlier = (day: string) =>
  aMissing({ reference: `MP/26/0040${day}`, missingSince: `2026-11-${day}T21:30:00+00:00` });

/** Mails that may come in any order, some of them twice, and what a person records once there is an episode. */
const arrivals: Record<string, Step> = {
  missing: (world) => receive(world, "missing", aReading({ date: "2026-11-14T23:00:00Z" })),
  "missing, announced again": (world) =>
    receive(world, "missing", aReading({ date: "2026-11-14T23:00:00Z" })),
  "missing, resent": (world) => receive(world, "resent", aReading({ date: "2026-11-14T23:00:00Z" })),
  found: (world) => receive(world, "found", aReading({ compacts: [aFound()], date: "2026-11-15T08:30:00Z" })),
  update: (world) => receive(world, "update", aReading({ compacts: [update], date: "2026-11-15T07:00:00Z" })),
  "an earlier episode": (world) => receive(world, "earlier", aReading({ compacts: [earlier("02")] })),
  "another earlier episode": (world) => receive(world, "earlier-2", aReading({ compacts: [earlier("05")] })),
  "a mail nobody can read": (world) => receive(world, "unreadable", anUnreadable(["no-reference"])),
  "a note": (world) => record(world, "note", { text: "rang back" }, { id: "note" }),
  "an allocation": (world) =>
    record(world, "allocate", { worker: "worker@leicestershire.example" }, { id: "allocate" }),
};
const names = Object.keys(arrivals);

const facts = async (world: World) => {
  const episodes = rows(world).toSorted((a, b) => (a.reference < b.reference ? -1 : 1));
  return Promise.all(
    episodes.map(async ({ episodeId, reference, status, startAt }) => {
      const events = (await eventsOf(world, episodeId)).filter((e) => e.kind === "compact");
      return { reference, status, startAt, events: events.map(({ id }) => id).toSorted() };
    }),
  );
};

const everything = async (world: World) => ({
  facts: await facts(world),
  mails: [...new Set(world.post.subjects())].toSorted(),
  outbox: outboxOf(world),
  ledger: [...world.db.ledger.keys()].toSorted(),
  alive: rows(world).map(({ episodeId, generation }) =>
    world.workflow.executions.get(`${episodeId}-g${generation}`),
  ),
});

const run = async (order: readonly string[], deaths: readonly number[] = []): Promise<World> => {
  const world = aWorld({ at: "2026-11-15T08:35:00Z" });
  for (const [index, name] of order.entries()) {
    const step = arrivals[name];
    if (!step) continue;
    world.io.dieAt(deaths[index] ?? 0, "done");
    await step(world).catch(() => undefined);
    world.io.restart();
    await step(world);
    await recover(world, 4);
  }
  world.clock.to("2026-11-20T09:00:00Z");
  await recover(world, 4);
  return world;
};

const shuffled = fc.shuffledSubarray(names, { minLength: names.length });

describe("whatever the order in which mails come in", () => {
  const mails = names.filter((name) => !/note|allocation/.test(name));

  it("they end in the same episodes with the same facts", async () => {
    const expected = await facts(await run(mails));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(mails, { minLength: mails.length }), async (order) => {
        expect(await facts(await run(order))).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it("and all at once, they end so too: who loses a race decides again", async () => {
    const expected = await facts(await run(mails));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(mails, { minLength: mails.length }), async (order) => {
        const world = aWorld({ at: "2026-11-15T08:35:00Z" });
        await Promise.all(order.map((name) => arrivals[name]?.(world)));
        await recover(world, 4);
        expect(outboxOf(world)).toEqual([]);
        world.clock.to("2026-11-20T09:00:00Z");
        await recover(world, 4);
        expect(await facts(world)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it("a process killed at any call of any step, and tried again, loses no mail and leaves nothing undone", async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, fc.array(fc.nat(14), { maxLength: names.length }), async (order, deaths) => {
        expect(await everything(await run(order, deaths))).toEqual(await everything(await run(order)));
      }),
      { numRuns: 25 },
    );
  });
});
