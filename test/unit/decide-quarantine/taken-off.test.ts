import { beforeEach, describe, expect, it } from "vitest";
import type { LedgerEntry } from "../../../functions/core/ports/writes.ts";
import { fold } from "../../../functions/domain/episode/fold.ts";
import { aCoordinator } from "../../builders/people.ts";
import { aFound, aMissing, aReading } from "../../builders/reading.ts";
import { decide, receive, record } from "../../fakes/steps.ts";
import { aWorld, eventsOf, rows, theRow, type World } from "../../fakes/world.ts";

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

describe("ALL-21: a report taken off its episode", () => {
  it("is not put in again by a resend, which only says that it came again", async () => {
    await receive(world, "mail-2", found);
    await record(world, "withdraw", offAs("found"), coordinator);
    const entry = await receive(world, "mail-9", found);
    expect(entry).toMatchObject({ outcome: "duplicate", duplicateOf: "mail-2" });
    expect(theRow(world).status).toBe("missing");
    expect(entryOf("mail-2").decision).toBeUndefined();
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
});
