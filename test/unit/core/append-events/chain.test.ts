import { describe, expect, it } from "vitest";
import * as z from "zod";
import { hashOf } from "../../../../functions/core/append-events/chain.ts";
import { episodeEventSchema } from "../../../../functions/domain/episode/events.ts";
import { receive, record, watch } from "../../../fakes/steps.ts";
import { aWorld, theRow } from "../../../fakes/world.ts";

const chained = z.object({
  seq: z.number(),
  previousHash: z.string(),
  hash: z.string(),
  event: episodeEventSchema,
});
type Chained = z.infer<typeof chained>;

const aChain = async (): Promise<{ events: Chained[]; lastHash: string }> => {
  const world = aWorld();
  await receive(world, "mail-1");
  await watch(world);
  await record(world, "contact-attempt", { method: "call" });
  const { episodeId, lastHash } = theRow(world);
  const stored = [...(world.db.events.get(episodeId)?.values() ?? [])];
  return { events: stored.map((text) => chained.parse(JSON.parse(text))), lastHash };
};

/** The number of the first event that is not what was written; undefined where all are. */
const firstBroken = (events: readonly Chained[]): number | undefined =>
  events.find(
    ({ event, previousHash, hash }, index) =>
      previousHash !== (events[index - 1]?.hash ?? "") || hash !== hashOf(previousHash, event),
  )?.seq;

describe("the chain of an episode's events", () => {
  it("holds for what was written, read back from the table", async () => {
    const { events, lastHash } = await aChain();
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(events.at(-1)?.hash).toBe(lastHash);
    expect(firstBroken(events)).toBeUndefined();
  });

  it("shows an event that was altered", async () => {
    const { events } = await aChain();
    const altered = events.map((e) =>
      e.seq === 2 ? { ...e, event: { ...e.event, at: "2026-11-14T20:00:00Z" } } : e,
    );
    expect(firstBroken(altered)).toBe(2);
  });

  it("shows an event that was taken out", async () => {
    const { events } = await aChain();
    expect(firstBroken(events.filter(({ seq }) => seq !== 2))).toBe(3);
  });
});
