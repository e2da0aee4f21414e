import { beforeEach, describe, expect, it } from "vitest";
import type { LedgerEntry } from "../../../functions/core/ports/writes.ts";
import { fold } from "../../../functions/domain/episode/fold.ts";
import { aCoordinator, aManager } from "../../builders/people.ts";
import { aFound, aMissing, anUnreadable, aReading } from "../../builders/reading.ts";
import { decide, receive, record, watch } from "../../fakes/steps.ts";
import { aWorld, eventsOf, rows, theRow, type World } from "../../fakes/world.ts";

const OTHER = "MP/26/004500";
const found = aReading({ compacts: [aFound()] });
const coordinator = { channel: "console", actor: aCoordinator() };
const offAs = (recorded: string) => ({ recorded, reason: "it is another child's" });

let world: World;
beforeEach(async () => {
  world = aWorld({ at: "2026-11-15T12:00:00Z" });
  await receive(world, "mail-1");
});

const entryOf = (mailId: string): LedgerEntry => JSON.parse(world.db.ledger.get(mailId)?.body ?? "null");
const episode = async (id = theRow(world).episodeId) => fold(id, await eventsOf(world, id));
const statusOf = (reference: string) => rows(world).find((row) => row.reference === reference)?.status;
const takeOff = (recorded = "found", who: object = coordinator) =>
  record(world, "withdraw", offAs(recorded), who);
const refused = (says: string) => ({
  outcome: "refused",
  faults: [{ rule: "ALL-21", says: expect.stringContaining(says) }],
});

describe("ALL-21: a report taken off its episode", () => {
  beforeEach(async () => void (await receive(world, "mail-2", found)));

  it("ends nothing any more, and its mail waits again for a person, who is told", async () => {
    expect(theRow(world).status).toBe("returned");
    expect(await takeOff()).toMatchObject({ outcome: "recorded" });
    expect(theRow(world).status).toBe("missing");
    expect(entryOf("mail-2")).toMatchObject({ outcome: "quarantined", reasons: ["taken-off"], waiting: 1 });
    await watch(world);
    expect(world.post.subjects()).toContainEqual(expect.stringContaining("mail-2 (taken-off)"));
  });

  it("is let in where it belongs, and stays off where it was", async () => {
    const other = aReading({ compacts: [aMissing({ reference: OTHER })] });
    await receive(world, "mail-3", other);
    await takeOff();
    const answer = await decide(world, "release", found, { mailId: "mail-2", data: { reference: OTHER } });
    expect(answer).toMatchObject({ outcome: "decided", decision: "released" });
    expect(statusOf(OTHER)).toBe("returned");
    expect(statusOf("MP/26/004417")).toBe("missing");
  });

  it("is let in again where it was, as often as it is taken off", async () => {
    for (const _ of [1, 2, 3]) {
      await takeOff();
      expect(theRow(world).status).toBe("missing");
      await decide(world, "release", found, { mailId: "mail-2" });
      expect(theRow(world).status).toBe("returned");
    }
    expect(entryOf("mail-2")).toMatchObject({ outcome: "applied", takenOff: 3 });
  });

  it("is not put in again by a resend, which only says that it came again", async () => {
    await takeOff();
    const entry = await receive(world, "mail-9", found);
    expect(entry).toMatchObject({ outcome: "duplicate", duplicateOf: "mail-2" });
    expect(theRow(world).status).toBe("missing");
    expect(entryOf("mail-2").decision).toBeUndefined();
  });

  it("is taken off once, however often the same form is sent", async () => {
    const form = { ...coordinator, id: "form-1" };
    await takeOff("found", form);
    await decide(world, "release", found, { mailId: "mail-2" });
    await takeOff("found", form);
    expect(entryOf("mail-2").outcome).toBe("applied");
  });

  it("leaves the other reports of its mail where they are", async () => {
    const both = aReading({
      compacts: [aMissing({ reference: "MP/26/1001" }), aMissing({ reference: "MP/26/1002" })],
    });
    await receive(world, "mail-4", both);
    const id = rows(world).find(({ reference }) => reference === "MP/26/1001")?.episodeId ?? "";
    await record(world, "withdraw", offAs("missing"), { ...coordinator, reference: "MP/26/1001" });
    expect((await episode(id)).status).toBe("cancelled");
    expect(entryOf("mail-4")).toMatchObject({ waiting: 1, about: [{ reference: "MP/26/1001" }] });
    await decide(world, "release", both, { mailId: "mail-4" });
    expect(statusOf("MP/26/1001")).toBe("missing");
    const second = rows(world).find(({ reference }) => reference === "MP/26/1002")?.episodeId ?? "";
    expect((await episode(second)).compacts).toHaveLength(1);
  });

  it("is taken off by whoever decides about mails, and by nobody else", async () => {
    expect(await takeOff("found", { channel: "lab" })).toMatchObject(
      refused("Only a coordinator or a manager"),
    );
    expect(theRow(world).status).toBe("returned");
    expect(await takeOff("found", { channel: "console", actor: aManager() })).toMatchObject({
      outcome: "recorded",
    });
  });

  it("comes back only by being let in: that it was taken off is not withdrawn", async () => {
    await takeOff();
    expect(await takeOff("withdraw")).toMatchObject(refused("waits for a person again"));
  });
});

it("ALL-21: a mail attached to the wrong episode waits again once its note is withdrawn", async () => {
  const odd = anUnreadable(["no-reference"]);
  await receive(world, "mail-5", odd);
  const attach = { mailId: "mail-5", reference: "MP/26/004417" };
  await decide(world, "attach", odd, attach);
  expect(entryOf("mail-5").decision?.kind).toBe("attached");
  await record(world, "withdraw", offAs("note"), { channel: "console", actor: aManager() });
  expect(entryOf("mail-5")).toMatchObject({ outcome: "quarantined", reasons: ["taken-off"] });
  expect(entryOf("mail-5").decision).toBeUndefined();
  await decide(world, "attach", odd, attach);
  expect((await episode()).actions.filter(({ type }) => type === "note")).toHaveLength(1);
});
