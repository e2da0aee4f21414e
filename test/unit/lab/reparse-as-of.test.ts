import { describe, expect, it } from "vitest";
import type { LedgerEntry } from "../../../functions/core/ports/writes.ts";
import { decide } from "../../../functions/ingest-compact/decide.ts";
import type { Reading } from "../../../functions/reading/reading.ts";
import { episodeAsOf, ledgerAsOf } from "../../../localstack/tools/reparse/as-of.ts";
import { differences } from "../../../localstack/tools/reparse/differences.ts";
import { aFound, aMail, aMissing, anUnreadable, aReading } from "../../builders/reading.ts";
import { entryOf } from "../../fakes/ledger.ts";
import { decide as decideBy, receive } from "../../fakes/steps.ts";
import { aWorld, eventsOf, type World } from "../../fakes/world.ts";

const force = "leicestershire-police";
const waits = (reasons: readonly string[]): Reading => anUnreadable(reasons, { force, digest: "same" });

/** What reparse would say of the mail, with the code that read it. */
const reread = async (world: World, mailId: string, reading: Reading) => {
  const entry = entryOf(world.db, mailId) as LedgerEntry;
  const mail = aMail(mailId, Date.parse(entry.receivedAt));
  const now = await decide(mail, reading, {
    ledger: ledgerAsOf(world.deps.ledger, entry),
    episodes: {
      load: async (id) => episodeAsOf(await world.deps.episodes.load(id), entry),
      children: world.deps.episodes.children,
    },
    now: () => mail.receivedAt,
  });
  const stored = await Promise.all(entry.episodes.map((id) => eventsOf(world, id)));
  const events = stored.flat().filter((e) => e.kind === "compact" && e.mailId === mailId);
  const held = { entry, events: events.filter((e) => e.kind === "compact") };
  return differences(held, { entry: now.entry, events: [...now.events.values()].flat() });
};

const step = (world: World) => world.clock.advance(10);

describe("a stored mail read again with the code that read it", () => {
  it("comes out the same though a later one, released, gave the child another date of birth", async () => {
    const world = aWorld();
    const corrected = aReading({ compacts: [aFound({ child: { dateOfBirth: "2012-03-09" } })] });
    await receive(world, "mail-0", aReading());
    step(world);
    await receive(world, "mail-1", corrected);
    step(world);
    await decideBy(world, "release", corrected, { data: { sameChild: true } });
    step(world);
    const after = aReading({ compacts: [aMissing({ risk: "high", child: { dateOfBirth: "2012-03-09" } })] });
    await receive(world, "mail-2", after);
    expect(await reread(world, "mail-0", aReading())).toBeUndefined();
    expect(await reread(world, "mail-2", after)).toBeUndefined();
  });

  it("comes out the same though a resend of it was applied later", async () => {
    const world = aWorld();
    await receive(world, "mail-1", waits(["no-surname"]));
    step(world);
    await receive(world, "mail-2", waits(["no-surname"]));
    step(world);
    await decideBy(world, "discard", waits(["no-surname"]), { reason: "a drill" });
    step(world);
    await receive(world, "mail-3", waits(["no-surname"]));
    for (const mailId of ["mail-2", "mail-3"])
      expect(await reread(world, mailId, waits(["no-surname"])), mailId).toBeUndefined();
  });

  it("comes out otherwise where today's code reads it", async () => {
    const world = aWorld();
    await receive(world, "mail-1", waits(["no-surname"]));
    expect(await reread(world, "mail-1", aReading({ digest: "same" }))).toMatchObject({
      outcome: { held: "quarantined", now: "applied" },
    });
  });
});
