import { describe, expect, it, vi } from "vitest";
import { aFound, aMissing, aReading } from "../../../builders/reading.ts";
import { receive, recover, sweep, watch } from "../../../fakes/steps.ts";
import { aWorld, outboxOf, theRow, type World } from "../../../fakes/world.ts";

const reference = (day: string): string => `MP/26/0040${day}`;

/** Daniel goes missing on a day of November and is back the next morning. */
const missing = (day: string) =>
  aReading({
    compacts: [aMissing({ reference: reference(day), missingSince: `2026-11-${day}T21:30:00+00:00` })],
  });
const foundNextMorning = (day: string) =>
  aReading({
    compacts: [
      aFound({ reference: reference(day), returnedAt: `2026-11-${Number(day) + 1}T08:00:00+00:00` }),
    ],
  });

const CE_TEAM = "ce-team@leicestershire.example";

/** Both conveners are asked, each by a mail of their own. */
const discussions = ({ post }: World) =>
  post.sent
    .filter(({ letter }) => letter.rules.includes("LEI-03") && letter.to.includes(CE_TEAM))
    .flatMap(({ letter }) => letter.episodes ?? []);

describe("three episodes within 90 days (LEI-03, clause 3)", () => {
  it("call for a strategy discussion in the third, once", async () => {
    const world = aWorld({ at: "2026-11-14T23:00:00Z" });
    for (const day of ["10", "12", "14"]) await receive(world, `mail-${day}`, missing(day));
    await recover(world);
    expect(discussions(world)).toContain(reference("14"));
    expect(discussions(world).filter((r) => r === reference("14"))).toHaveLength(1);
  });

  it.each([
    ["12", "14"],
    ["14", "12"],
  ])("are counted right where the second and third come in at once (%s first)", async (one, other) => {
    const world = aWorld({ at: "2026-11-14T23:00:00Z" });
    await receive(world, "mail-10", missing("10"));
    await Promise.all([one, other].map((day) => receive(world, `mail-${day}`, missing(day))));
    await watch(world);
    expect(discussions(world).filter((r) => r === reference("14"))).toHaveLength(1);
    expect(theRow(world, reference("14")).ladders["while-missing"]).not.toContain("strategy");
  });

  it("make the other of two commits plan again: the child's row has one version for each", async () => {
    const world = aWorld();
    await Promise.all(["10", "12"].map((day) => receive(world, `mail-${day}`, missing(day))));
    const [row] = world.db.children.values();
    expect(row?.version).toBe(2);
    expect(JSON.parse(row?.body ?? "")).toMatchObject({ episodes: [{ counts: true }, { counts: true }] });
  });

  it("are noticed where the compact of an earlier one comes late: the later one is looked at again", async () => {
    const world = aWorld({ at: "2026-11-14T23:00:00Z" });
    for (const day of ["12", "14"]) await receive(world, `mail-${day}`, missing(day));
    await watch(world);
    expect(discussions(world)).toEqual([]);
    const { version } = theRow(world, reference("14"));
    await receive(world, "mail-10", missing("10"));
    expect(theRow(world, reference("14")).version).toBeGreaterThan(version);
    await watch(world);
    expect(discussions(world).filter((r) => r === reference("14"))).toHaveLength(1);
  });

  it("leave one message for all later ones, so that a child of 150 episodes fits into one transaction", async () => {
    const world = aWorld();
    await receive(world, "mail-10", missing("10"));
    for (const [key, { version, body }] of world.db.children) {
      const row = JSON.parse(body);
      const [one] = row.episodes;
      const later = Array.from({ length: 150 }, (_, i) => ({
        ...one,
        episodeId: `ep-later-${i}`,
        startAt: one.startAt + (i + 3) * 86_400_000,
      }));
      world.db.children.set(key, { version, body: JSON.stringify({ ...row, episodes: [one, ...later] }) });
    }
    const transact = vi.spyOn(world.deps.episodes, "transact");
    await receive(world, "mail-12", missing("12"));
    expect(transact.mock.calls.map(([writes]) => writes.length).every((items) => items < 20)).toBe(true);
    // None of those is there to be looked at, so the message stays for the sweep; it was one.
    expect(outboxOf(world).filter(({ kind }) => kind.startsWith("reassess"))).toHaveLength(1);
  });

  it("reopen even a closed episode, under the next generation of its workflow", async () => {
    const world = aWorld({ at: "2026-11-15T09:00:00Z" });
    for (const day of ["12", "14"]) await receive(world, `mail-${day}`, missing(day));
    await receive(world, "mail-found", foundNextMorning("14"));
    const before = theRow(world, reference("14"));
    world.db.episodes.set(before.episodeId, {
      version: before.version,
      body: JSON.stringify({ ...before, running: false }),
    });
    await receive(world, "mail-10", missing("10"));
    await sweep(world);
    expect(theRow(world, reference("14"))).toMatchObject({ running: true, generation: 2 });
    expect([...world.workflow.executions.keys()]).toContain(`${before.episodeId}-g2`);
  });
});
