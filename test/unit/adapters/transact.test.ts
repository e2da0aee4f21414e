import {
  GetItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { ledger } from "../../../functions/adapters/dynamo/ledger.ts";
import { officeStore } from "../../../functions/adapters/dynamo/office-store.ts";
import { transact } from "../../../functions/adapters/dynamo/transact.ts";
import type { Write } from "../../../functions/core/ports/writes.ts";
import { PermanentError, TransientError } from "../../../functions/domain/errors.ts";
import { emptyOffice } from "../../../functions/domain/office/office.ts";
import { receive } from "../../fakes/steps.ts";
import { aWorld, theRow } from "../../fakes/world.ts";
import { aDynamo, failure, stored, tables } from "./dynamo.ts";

const put = async (write: Write) => {
  const { client, mock } = aDynamo();
  mock.on(TransactWriteItemsCommand).resolves({});
  expect(await transact(client, tables)([write])).toBe("committed");
  const [call] = mock.commandCalls(TransactWriteItemsCommand);
  return call?.args[0].input.TransactItems?.[0]?.Put;
};

const canceled = (...codes: string[]) =>
  new TransactionCanceledException({
    $metadata: {},
    message: "quotes Ellie Marlowe",
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

const failing = (cause: Error) => {
  const { client, mock } = aDynamo();
  mock.on(TransactWriteItemsCommand).rejects(cause);
  return transact(client, tables)([{ kind: "rung-sent", claim: "rung#1" }]);
};

const aRow = async () => {
  const world = aWorld();
  await receive(world, "mail-1");
  return theRow(world);
};

const entry = {
  mailId: "mail-1",
  outcome: "quarantined",
  reasons: ["no-reference"],
  episodes: [],
  receivedAt: "2026-11-14T23:00:00Z",
  alertAt: "2026-11-14T23:00:00Z",
} as const;

describe("who was asked about a mail", () => {
  const asked = { id: "one", force: "anyforce", by: "x@anyshire.example", at: "2026-11-14T23:00:00Z" };

  it("is noted beside those of before, and only while the mail waits", async () => {
    const { client, mock } = aDynamo();
    mock.on(TransactWriteItemsCommand).resolves({});
    await transact(client, tables)([{ kind: "asked", mailId: "mail-1", asked }]);
    const [call] = mock.commandCalls(TransactWriteItemsCommand);
    expect(call?.args[0].input.TransactItems?.[0]?.Update).toMatchObject({
      Key: { mailId: { S: "mail-1" } },
      UpdateExpression: "SET asked = list_append(if_not_exists(asked, :none), :one)",
      ConditionExpression: "#open = :waiting",
      ExpressionAttributeValues: {
        ":one": { L: [{ S: JSON.stringify(asked) }] },
        ":waiting": { S: "quarantine" },
      },
    });
  });

  it("is read with the mail", async () => {
    const { client, mock } = aDynamo();
    const beside = { told: { N: "0" }, asked: { L: [{ S: JSON.stringify(asked) }] } };
    mock.on(GetItemCommand).resolves({ Item: { ...stored(entry), ...beside } });
    expect(await ledger(client, tables).entry("mail-1")).toEqual({ ...entry, asked: [asked] });
  });
});

describe("the office", () => {
  const row = { version: 2, seq: 3, lastHash: "h", office: emptyOffice, recent: ["office:1"] };

  it("is one row beside the episodes', in no index, written only over the version it was decided on", async () => {
    const Put = await put({ kind: "office", row, expectedVersion: 1 });
    expect(Put).toMatchObject({
      TableName: "Episodes",
      Item: { pk: { S: "office" }, version: { N: "2" } },
      ExpressionAttributeValues: { ":expected": { N: "1" } },
    });
    expect(Put?.Item).not.toHaveProperty("open");
    expect(await put({ kind: "office", row: { ...row, version: 1 }, expectedVersion: 0 })).toMatchObject({
      ConditionExpression: "attribute_not_exists(pk)",
    });
  });

  it("is read as it was written, and its events in order", async () => {
    const { client, mock } = aDynamo();
    mock.on(GetItemCommand).resolves({ Item: stored(row) });
    const event = {
      type: "write-handover",
      id: "office:1",
      at: "2026-11-14T23:00:00Z",
      by: "x",
      channel: "lab",
      data: { text: "a" },
    };
    mock.on(QueryCommand).resolves({ Items: [stored({ event })] });
    expect(await officeStore(client, tables).load()).toEqual(row);
    expect(await officeStore(client, tables).events()).toEqual([event]);
  });

  it("that nobody has changed is not there", async () => {
    const { client, mock } = aDynamo();
    mock.on(GetItemCommand).resolves({});
    expect(await officeStore(client, tables).load()).toBeUndefined();
  });
});

describe("each write of the one transaction has the condition that makes it safe to try twice", () => {
  it("an event only where its number is free", async () => {
    const event = {
      kind: "action",
      type: "note",
      id: "action:1",
      at: "2026-11-14T23:00:00Z",
      recordedAt: "2026-11-14T23:00:00Z",
      by: "worker",
      data: {},
    } as const;
    const chained = { episodeId: "ep-1", seq: 4, previousHash: "", hash: "h", event };
    expect(await put({ kind: "event", event: chained })).toMatchObject({
      TableName: "Events",
      Item: { episodeId: { S: "ep-1" }, seq: { N: "4" } },
      ConditionExpression: "attribute_not_exists(episodeId)",
    });
  });

  it("an episode's first row only where there is none", async () => {
    const row = await aRow();
    expect(await put({ kind: "episode", row, expectedVersion: 0 })).toMatchObject({
      TableName: "Episodes",
      Item: { pk: { S: row.episodeId }, open: { S: "episode" }, dueAt: { S: "2026-11-14T23:00:00Z" } },
      ConditionExpression: "attribute_not_exists(pk)",
    });
  });

  it("an episode's later row only over the version it was decided on", async () => {
    const row = { ...(await aRow()), version: 8 };
    expect(await put({ kind: "episode", row, expectedVersion: 7 })).toMatchObject({
      Item: { version: { N: "8" } },
      ConditionExpression: "#v = :expected",
      ExpressionAttributeValues: { ":expected": { N: "7" } },
    });
  });

  it("an episode that has ended out of the watchdog's index of open ones", async () => {
    const { nextRungAt: _, ...row } = await aRow();
    expect(
      await put({ kind: "episode", row: { ...row, status: "closed" }, expectedVersion: 1 }),
    ).toMatchObject({ Item: { open: { S: "closed" }, dueAt: { S: "9999" } } });
  });

  it("a child's row only over the version it was counted on", async () => {
    const row = { key: "child#1", version: 3, episodes: [] };
    expect(await put({ kind: "child", row, expectedVersion: 2 })).toMatchObject({
      Item: { pk: { S: "child#1" }, version: { N: "3" } },
      ConditionExpression: "#v = :expected",
    });
  });

  it("a mail's account under its force, where that is known, by when it came", async () => {
    const at = { S: "2026-11-14T23:00:00Z" };
    const known = await put({ kind: "ledger", entry: { ...entry, force: "anyforce" } });
    expect(known?.Item).toMatchObject({ force: { S: "anyforce" }, receivedAt: at });
    expect((await put({ kind: "ledger", entry }))?.Item).not.toHaveProperty("receivedAt");
  });

  it("a mail's account only where it has none but for want of its receipt", async () => {
    expect(await put({ kind: "ledger", entry })).toMatchObject({
      TableName: "Ledger",
      Item: { open: { S: "quarantine" }, dueAt: { S: entry.alertAt }, withoutReceipt: { BOOL: false } },
      ConditionExpression: "attribute_not_exists(mailId) OR withoutReceipt = :true",
    });
  });

  it("a mail of which nothing is to be done in no index of such", async () => {
    const applied = { ...entry, outcome: "applied", reasons: [] } as const;
    const { alertAt: _, ...quiet } = applied;
    expect((await put({ kind: "ledger", entry: quiet }))?.Item).not.toHaveProperty("open");
    expect((await put({ kind: "ledger", entry: applied }))?.Item).toMatchObject({ open: { S: "notice" } });
  });

  it("a mail that nobody announced only while nothing is known but that it is there", async () => {
    expect(await put({ kind: "unannounced", entry })).toMatchObject({
      ConditionExpression: "#open = :unaccounted",
      ExpressionAttributeValues: { ":unaccounted": { S: "unaccounted" } },
    });
  });

  it("a person's decision only while the mail waits; then it is in nobody's list and no receipt undoes it", async () => {
    const decision = { id: "1", kind: "discarded", by: "manager", at: entry.receivedAt } as const;
    const decided = { ...entry, reasons: ["no-receipt"], decision };
    expect(await put({ kind: "decided", entry: decided })).toMatchObject({
      TableName: "Ledger",
      Item: { open: { S: "decided" }, dueAt: { S: "9999" }, withoutReceipt: { BOOL: false } },
      ConditionExpression: "#open = :waiting AND attribute_not_exists(takenOff)",
      ExpressionAttributeValues: { ":waiting": { S: "quarantine" } },
    });
  });

  it("a mail taken off an episode only while its account is the one that was read", async () => {
    const off = { episodeId: "ep-1", by: "manager", at: entry.receivedAt, reason: "another child's" };
    const once = { ...entry, takenOff: [off] };
    const applied = { ...entry, outcome: "applied" } as const;
    expect(await put({ kind: "waits-again", was: applied, entry: once })).toMatchObject({
      Item: { open: { S: "quarantine" }, takenOff: { N: "1" }, withoutReceipt: { BOOL: false } },
      ConditionExpression:
        "attribute_exists(mailId) AND (attribute_not_exists(#open) OR #open <> :waiting) AND attribute_not_exists(takenOff)",
    });
    const twice = { ...entry, takenOff: [off, off] };
    expect(await put({ kind: "waits-again", was: once, entry: twice })).toMatchObject({
      ConditionExpression: "attribute_exists(mailId) AND #open = :waiting AND takenOff = :taken",
      ExpressionAttributeValues: { ":waiting": { S: "quarantine" }, ":taken": { N: "1" } },
    });
  });

  it("a digest only for the first mail that has it", async () => {
    expect(await put({ kind: "digest", digest: "d1", mailId: "mail-1" })).toMatchObject({
      Item: { mailId: { S: "digest#d1" } },
      ConditionExpression: "attribute_not_exists(mailId)",
    });
  });

  it("a digest instead of another mail's only while it is still that mail's", async () => {
    expect(await put({ kind: "digest", digest: "d1", mailId: "mail-2", instead: "mail-1" })).toMatchObject({
      ConditionExpression: "#body = :instead",
      ExpressionAttributeValues: { ":instead": { S: '"mail-1"' } },
    });
  });

  it("a rung that was sent, claimed for ever", async () => {
    expect(await put({ kind: "rung-sent", claim: "rung#1" })).toMatchObject({
      TableName: "Episodes",
      Item: { pk: { S: "rung#1" }, until: { S: "9999" } },
    });
  });
});

describe("a transaction that was not made", () => {
  it.each(["ConditionalCheckFailed", "TransactionConflict"])("for %s is a conflict", async (code) => {
    expect(await failing(canceled("None", code))).toBe("conflict");
  });

  it.each(["ThrottlingError", "ProvisionedThroughputExceeded"])("for %s is tried again", async (code) => {
    await expect(failing(canceled(code))).rejects.toThrow(TransientError);
  });

  it.each(["ValidationException", "AccessDeniedException", "ResourceNotFoundException"])(
    "for %s never will be",
    async (name) => {
      await expect(failing(failure(name))).rejects.toThrow(PermanentError);
    },
  );

  it("is told by the failure's name, and quotes nothing of it", async () => {
    await expect(failing(failure("InternalServerError"))).rejects.toThrow(
      /^writing the episode: InternalServerError$/,
    );
  });
});
