import { beforeEach, describe, expect, it } from "vitest";
import { toIso } from "../../../functions/domain/calendar/instant.ts";
import { fold } from "../../../functions/domain/episode/fold.ts";
import { aCoordinator, aManager } from "../../builders/people.ts";
import { aFound, anUnreadable, aReading } from "../../builders/reading.ts";
import { entryOf } from "../../fakes/ledger.ts";
import { decide, receive, record, watch } from "../../fakes/steps.ts";
import { aWorld, eventsOf, theRow, type World } from "../../fakes/world.ts";

const found = aReading({ compacts: [aFound()] });
const coordinator = { channel: "console", actor: aCoordinator({ subject: "c" }) };
const worker = { channel: "lab", by: "worker:s.okoro@leicestershire.example" };

let world: World;
beforeEach(async () => {
  world = aWorld();
  await receive(world, "mail-0");
  world.clock.advance(600);
  await receive(world, "mail-1", found);
});

const state = async () => {
  const id = theRow(world).episodeId;
  return fold(id, await eventsOf(world, id));
};
const takeOff = (rest: object = coordinator, data: object = {}) =>
  record(world, "withdraw", { recorded: "found", reason: "of another child", ...data }, rest);

describe("ALL-21: a report put on the wrong episode", () => {
  it("is taken off by a coordinator: the search stands again, and the mail waits for a person, who is told", async () => {
    expect(theRow(world).status).toBe("returned");
    expect(await takeOff()).toMatchObject({ outcome: "recorded" });
    expect(theRow(world).status).toBe("missing");
    expect((await state()).taken).toMatchObject([
      { event: { type: "found" }, by: { actor: { subject: "c" } } },
    ]);
    expect(entryOf(world.db, "mail-1")).toMatchObject({
      outcome: "quarantined",
      reasons: ["taken-off"],
      waiting: 1,
      about: [{ kind: "found", reference: "MP/26/004417" }],
      takenOff: [{ episodeId: theRow(world).episodeId, reason: "of another child", actor: { subject: "c" } }],
    });
    world.clock.advance(1);
    await watch(world);
    expect(world.post.subjects()).toContainEqual("A mail waits for a person: mail-1 (taken-off)");
  });

  it("is released again where it belongs, or where it was, under another event each time", async () => {
    for (const time of [1, 2]) {
      await takeOff();
      expect(theRow(world).status).toBe("missing");
      expect(await decide(world, "release", found)).toMatchObject({ outcome: "decided" });
      expect(theRow(world).status).toBe("returned");
      expect((await state()).taken).toHaveLength(time);
      world.clock.advance(1);
    }
    expect((await state()).compacts.map(({ id }) => id)).toContain("released:mail-1:0:again-2");
    expect(entryOf(world.db, "mail-1")).toMatchObject({ outcome: "applied", takenOff: [{}, {}] });
  });

  it("goes to another episode, and leaves this one's search as it was", async () => {
    await takeOff();
    const data = { reference: "MP/26/009900", missingSince: toIso(world.clock.now() - 20 * 3_600_000) };
    expect(await decide(world, "release", found, { data })).toMatchObject({ outcome: "decided" });
    expect(theRow(world).status).toBe("missing");
    expect(theRow(world, "MP/26/009900").status).toBe("returned");
  });

  it("is not taken off by a worker, nor recorded again, nor put back but by a decision about its mail", async () => {
    const refused = (says: string) => ({
      outcome: "refused",
      faults: [{ rule: "ALL-21", says: expect.stringContaining(says) }],
    });
    expect(await takeOff(worker)).toMatchObject(refused("A coordinator or a manager"));
    expect(entryOf(world.db, "mail-1")).toMatchObject({ outcome: "applied" });
    const report = (await state()).compacts.findLast(({ type }) => type === "found")?.id ?? "";
    const instead = { recorded: report, reason: "a slip" };
    expect(await record(world, "note", { text: "x" }, { ...coordinator, instead })).toMatchObject(
      refused("is not recorded again"),
    );
    await takeOff();
    const back = { recorded: "withdraw", reason: "it was right" };
    const manager = { channel: "console", actor: aManager() };
    expect(await record(world, "withdraw", back, manager)).toMatchObject(refused("The mail waits again"));
  });

  it("waits once, however often the request is sent, and also where somebody else wrote first", async () => {
    world.meddling.beforeNextCommit = async () => {
      await record(world, "note", { text: "meanwhile" }, worker);
    };
    await takeOff({ ...coordinator, id: "one" });
    await takeOff({ ...coordinator, id: "one" });
    expect(entryOf(world.db, "mail-1")?.takenOff).toHaveLength(1);
    expect((await state()).taken).toHaveLength(1);
  });

  it("the same for a mail that somebody attached", async () => {
    const odd = anUnreadable(["no-reference"]);
    await receive(world, "mail-2", odd);
    const attach = () => decide(world, "attach", odd, { mailId: "mail-2", reference: "MP/26/004417" });
    expect(await attach()).toMatchObject({ outcome: "decided" });
    expect(await takeOff(coordinator, { recorded: "note" })).toMatchObject({ outcome: "recorded" });
    expect(entryOf(world.db, "mail-2")).not.toHaveProperty("decision");
    expect(await attach()).toMatchObject({ outcome: "decided" });
    expect((await state()).actions.map(({ id }) => id)).toContain("attached:mail-2:again-1");
  });

  it("a decision sent again after it was taken back decides nothing", async () => {
    await takeOff();
    await decide(world, "release", found, { id: "first" });
    await takeOff();
    expect(await decide(world, "release", found, { id: "first" })).toMatchObject({
      outcome: "refused",
      faults: [{ says: expect.stringContaining("the mail waits again") }],
    });
  });
});
