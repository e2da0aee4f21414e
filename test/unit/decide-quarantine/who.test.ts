import { beforeEach, describe, expect, it } from "vitest";
import { aCoordinator, aWorker } from "../../builders/people.ts";
import { aMissing, anUnreadable } from "../../builders/reading.ts";
import { entryOf } from "../../fakes/ledger.ts";
import { decide, receive } from "../../fakes/steps.ts";
import { aWorld, eventsOf, theRow, type World } from "../../fakes/world.ts";

const reading = {
  ...anUnreadable(["views-disagree:kind"], { force: "leicestershire-police" }),
  result: { status: "quarantined" as const, reasons: ["views-disagree:kind"], compacts: [aMissing()] },
};

let world: World;
beforeEach(async () => {
  world = aWorld();
  await receive(world, "mail-1", reading);
});

const console = { channel: "console", actor: aCoordinator() };
const who = { by: aCoordinator().address, ...console };

describe("who decides about a mail", () => {
  it("is who signed in, kept with the decision and with the event", async () => {
    const data = { kind: "missing" };
    expect(await decide(world, "release", reading, { ...console, data })).toMatchObject({
      outcome: "decided",
    });
    expect(entryOf(world.db, "mail-1")?.decision).toMatchObject(who);
    const events = await eventsOf(world, theRow(world).episodeId);
    expect(events).toMatchObject([{ released: who }]);
  });

  it("is kept with the note of a mail that is attached", async () => {
    await receive(world, "mail-0");
    await decide(world, "attach", reading, { ...console, reference: "MP/26/004417" });
    expect((await eventsOf(world, theRow(world).episodeId)).at(-1)).toMatchObject({ type: "note", ...who });
  });

  it.each([
    ["in free text from the console", { channel: "console", by: "someone" }, 2],
    ["from no channel", { channel: undefined, by: "someone" }, 1],
    ["with a worker's role", { channel: "console", actor: aWorker() }, 1],
  ])("is not taken %s, and the mail waits on", async (_what, asking, faults) => {
    const answer = await decide(world, "discard", reading, { reason: "spam", ...asking });
    expect(answer.outcome === "refused" && answer.faults).toHaveLength(faults);
    expect(entryOf(world.db, "mail-1")).not.toHaveProperty("decision");
  });
});
