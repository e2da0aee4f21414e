import { describe, expect, it } from "vitest";
import { accountedMails } from "../../../functions/adapters/dynamo/accounted-mails.ts";
import { arrivals, rounds } from "../../../functions/adapters/dynamo/arrivals.ts";
import { ledger } from "../../../functions/adapters/dynamo/ledger.ts";
import { transact } from "../../../functions/adapters/dynamo/transact.ts";
import type { LedgerEntry } from "../../../functions/core/ports/writes.ts";
import { toInstant } from "../../../functions/domain/calendar/instant.ts";
import { realTables } from "../support/real-tables.ts";

const tables = realTables();
const now = toInstant("2026-11-14T23:00:00Z");

const entry = (mailId: string, over: Partial<LedgerEntry> = {}): LedgerEntry => ({
  mailId,
  outcome: "applied",
  reasons: [],
  episodes: [],
  receivedAt: "2026-11-14T23:00:00Z",
  ...over,
});

const stores = () => ({
  ...arrivals(tables.client, tables.names),
  ...ledger(tables.client, tables.names),
  known: accountedMails(tables.client, tables.names),
  rounds: rounds(tables.client, tables.names),
  write: transact(tables.client, tables.names),
});

describe("a mail's one row, in DynamoDB", () => {
  it("is a note first, and then its account, which no note replaces", async () => {
    const { note, dueBy, write, entry: read, known } = stores();
    expect(await note("one", now)).toBe("noted");
    expect(await note("one", now + 1)).toBe("known");
    expect(await dueBy(now, 300)).toEqual(["one"]);
    expect(await read("one")).toBeUndefined();
    expect(await known(["one", "other"])).toEqual(new Set(["one"]));
    expect(await write([{ kind: "ledger", entry: entry("one") }])).toBe("committed");
    expect(await note("one", now)).toBe("known");
    expect(await dueBy(now, 300)).toEqual([]);
    expect(await read("one")).toEqual(entry("one"));
  });

  it("goes to a person once, and never over another account; a receipt that comes late still counts", async () => {
    const { note, write, find, entry: read } = stores();
    const waits = entry("two", { outcome: "quarantined", reasons: ["no-receipt"] });
    expect(await write([{ kind: "unannounced", entry: waits }])).toBe("conflict");
    await note("two", now);
    expect(await write([{ kind: "unannounced", entry: waits }])).toBe("committed");
    expect(await write([{ kind: "unannounced", entry: waits }])).toBe("conflict");
    expect(await find("two")).toBeUndefined();
    expect(await write([{ kind: "ledger", entry: entry("two") }])).toBe("committed");
    expect(await write([{ kind: "unannounced", entry: waits }])).toBe("conflict");
    expect(await read("two")).toEqual(entry("two"));
  });

  it("is written by one of two who account for it at the same moment", async () => {
    const { note, write, find } = stores();
    await note("three", now);
    const waits = entry("three", { outcome: "quarantined", reasons: ["no-receipt"] });
    await Promise.all([
      write([{ kind: "unannounced", entry: waits }]),
      write([{ kind: "ledger", entry: entry("three") }]),
      note("three", now),
    ]);
    // Whoever lost to the other decides again, as ingest does: the receipt wins.
    await write([{ kind: "ledger", entry: entry("three") }]);
    expect(await find("three")).toEqual(entry("three"));
  });

  it("is no mail's where it says how far the listing is", async () => {
    const { rounds: listing, entry: read } = stores();
    expect(await listing.read()).toBeUndefined();
    await listing.keep({ began: now, after: "one" });
    expect(await listing.read()).toEqual({ began: now, after: "one" });
    expect(await read("round#bucket")).toBeUndefined();
  });
});
