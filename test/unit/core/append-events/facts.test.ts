import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planFor } from "../../../../functions/core/append-events/append-events.ts";
import { factsRowSchema } from "../../../../functions/domain/returns/facts-row.ts";
import { aFound, aReading } from "../../../builders/reading.ts";
import { receive, record, recover } from "../../../fakes/steps.ts";
import { aWorld, rows, theRow, type World } from "../../../fakes/world.ts";

const keptIn = ({ db }: World) =>
  [...db.facts].flatMap(([month, kept]) =>
    [...kept.values()].map((text) => ({ month, row: factsRowSchema.parse(JSON.parse(text)) })),
  );

const refolded = async (world: World) => {
  const plans = rows(world).map(({ episodeId }) => planFor({ episodeId, events: [] }, world.deps));
  return (await Promise.all(plans)).flatMap(({ facts }) =>
    facts.flatMap((write) => (write.kind === "facts" ? [write.row] : [])),
  );
};

const steps: Record<string, (world: World) => Promise<unknown>> = {
  missing: (world) => receive(world, "missing", aReading({ date: "2026-11-14T23:00:00Z" })),
  found: (world) => receive(world, "found", aReading({ compacts: [aFound()], date: "2026-11-15T08:30:00Z" })),
  retracted: (world) => record(world, "found-retracted", { reason: "another child" }, { id: "retracted" }),
  "found again": (world) => {
    const again = aFound({ returnedAt: "2026-12-01T00:30:00+00:00" });
    return receive(world, "again", aReading({ compacts: [again], date: "2026-12-01T08:30:00Z" }));
  },
  offered: (world) => record(world, "offer-interview", { accepted: true }, { id: "offered" }),
  held: (world) => record(world, "interview-held", { method: "telephone" }, { id: "held" }),
  cancelled: (world) => record(world, "cancel", { reason: "duplicate" }, { id: "cancelled" }),
};

describe("the facts of an episode", () => {
  it("are kept by the commit that folds it, under no month while the child is away", async () => {
    const world = aWorld();
    await receive(world, "mail-1");
    expect(keptIn(world)).toMatchObject([
      { month: "open", row: { episodeId: theRow(world).episodeId, status: "missing" } },
    ]);
    expect(theRow(world).factsMonth).toBe("open");
  });

  it("move to the month of the return, by London's clocks, and are nowhere else", async () => {
    const world = aWorld();
    await receive(world, "mail-1");
    const found = aFound({ returnedAt: "2026-11-30T23:59:59+00:00" });
    await receive(world, "mail-2", aReading({ compacts: [found] }));
    expect(keptIn(world).map(({ month, row }) => [month, row.month])).toEqual([["2026-11", "2026-11"]]);
  });

  it("move on where a later mail says another month", async () => {
    const world = aWorld({ at: "2026-12-02T09:00:00Z" });
    await steps.missing?.(world);
    await steps.found?.(world);
    expect(keptIn(world).map(({ month }) => month)).toEqual(["2026-11"]);
    await steps["found again"]?.(world);
    expect(keptIn(world).map(({ month }) => month)).toEqual(["2026-12"]);
  });

  it("hold no name, no birth date and no text", async () => {
    const world = aWorld();
    await receive(world, "mail-1");
    await record(world, "offer-interview", { accepted: false });
    await record(world, "decline", { reason: "Would rather not talk" });
    const text = JSON.stringify(keptIn(world));
    for (const word of ["Ash", "2011-03-09", "rather"]) expect(text).not.toContain(word);
  });

  it("equal what a fold of the record says, whatever happened in which order and whoever died", async () => {
    const names = Object.keys(steps);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ name: fc.constantFrom(...names), death: fc.nat(12) }), { maxLength: 10 }),
        async (story) => {
          const world = aWorld({ at: "2026-12-02T09:00:00Z" });
          for (const { name, death } of story) {
            world.io.dieAt(death, "done");
            await steps[name]?.(world).catch(() => undefined);
            await recover(world, 2);
          }
          const kept = keptIn(world);
          expect(kept.map(({ row }) => row)).toEqual(await refolded(world));
          expect(kept.every(({ month, row }) => month === row.month)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});
