import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { accountedMails } from "../../../functions/adapters/dynamo/accounted-mails.ts";
import { arrivals, rounds } from "../../../functions/adapters/dynamo/arrivals.ts";
import { claims } from "../../../functions/adapters/dynamo/claims.ts";
import { episodeRows, episodeStore } from "../../../functions/adapters/dynamo/episode-store.ts";
import { ledger, quarantine } from "../../../functions/adapters/dynamo/ledger.ts";
import { leaveInOutbox, outbox } from "../../../functions/adapters/dynamo/outbox.ts";
import { tokens } from "../../../functions/adapters/dynamo/tokens.ts";
import { toInstant } from "../../../functions/domain/calendar/instant.ts";
import { TransientError } from "../../../functions/domain/errors.ts";
import { receive, watch } from "../../fakes/steps.ts";
import { aWorld, theRow } from "../../fakes/world.ts";
import { aDynamo, failure, stored, tables } from "./dynamo.ts";

const now = toInstant("2026-11-14T23:00:00Z");

const anEpisode = async () => {
  const world = aWorld();
  await receive(world, "mail-1");
  await watch(world);
  const row = theRow(world);
  const events = [...(world.db.events.get(row.episodeId)?.values() ?? [])];
  return { row, events: events.map((text) => ({ body: { S: text } })) };
};

describe("an episode", () => {
  it("is read whole, over all pages of its events", async () => {
    const { row, events } = await anEpisode();
    const { client, mock } = aDynamo();
    mock.on(GetItemCommand).resolves({ Item: stored(row) });
    mock
      .on(QueryCommand)
      .resolvesOnce({ Items: events.slice(0, 1), LastEvaluatedKey: { seq: { N: "1" } } })
      .resolves({ Items: events.slice(1) });
    const read = await episodeStore(client, tables).load(row.episodeId);
    expect(read?.row).toEqual(row);
    expect(read?.events).toHaveLength(2);
    expect(mock.commandCalls(QueryCommand)[1]?.args[0].input.ExclusiveStartKey).toEqual({ seq: { N: "1" } });
  });

  it("is read as of its row: events of a commit that came between are left for the next reading", async () => {
    const { row, events } = await anEpisode();
    const { client, mock } = aDynamo();
    mock.on(GetItemCommand).resolves({ Item: stored({ ...row, seq: 1 }) });
    mock.on(QueryCommand).resolves({ Items: events });
    expect((await episodeStore(client, tables).load(row.episodeId))?.events).toHaveLength(1);
  });

  it("has its events read again where they were read before a commit and its row after it", async () => {
    const { row, events } = await anEpisode();
    const { client, mock } = aDynamo();
    mock.on(GetItemCommand).resolves({ Item: stored(row) });
    mock
      .on(QueryCommand)
      .resolvesOnce({ Items: events.slice(0, -1) })
      .resolves({ Items: events });
    expect((await episodeStore(client, tables).load(row.episodeId))?.events).toHaveLength(row.seq);
  });

  it("nobody knows is no failure", async () => {
    const { client, mock } = aDynamo();
    mock.on(GetItemCommand).resolves({});
    mock.on(QueryCommand).resolves({ Items: [] });
    expect(await episodeStore(client, tables).load("ep-gone")).toBeUndefined();
  });
});

describe("a child's rows", () => {
  const row = (key: string) => ({ key, version: 1, episodes: [] });

  it("are all read, though DynamoDB leaves some for a second request", async () => {
    const { client, mock } = aDynamo();
    const later = { Episodes: { Keys: [{ pk: { S: "child#2" } }] } };
    mock
      .on(BatchGetItemCommand)
      .resolvesOnce({ Responses: { Episodes: [stored(row("child#1"))] }, UnprocessedKeys: later })
      .resolves({ Responses: { Episodes: [stored(row("child#2"))] }, UnprocessedKeys: {} });
    const read = await episodeStore(client, tables).children(["child#1", "child#2"]);
    expect(read.map(({ key }) => key)).toEqual(["child#1", "child#2"]);
    expect(mock.commandCalls(BatchGetItemCommand)[1]?.args[0].input.RequestItems).toEqual(later);
  });

  it("are not asked for where there is no key", async () => {
    const { client, mock } = aDynamo();
    expect(await episodeStore(client, tables).children([])).toEqual([]);
    expect(mock.calls()).toHaveLength(0);
  });
});

describe("what is due", () => {
  const item = (pk: string) => ({ pk: { S: pk }, dueAt: { S: "2026-11-14T22:00:00Z" } });
  const due = (episodeId: string) => ({ episodeId, nextRungAt: "2026-11-14T22:00:00Z" });

  it("is read from the index, open episodes and closed ones", async () => {
    const { client, mock } = aDynamo();
    mock
      .on(QueryCommand)
      .resolvesOnce({ Items: [item("ep-1")] })
      .resolves({ Items: [item("ep-2")] });
    expect(await episodeRows(client, tables).dueBy(now, 100)).toEqual([due("ep-1"), due("ep-2")]);
    expect(mock.commandCalls(QueryCommand).map((c) => c.args[0].input.ExpressionAttributeValues)).toEqual([
      { ":open": { S: "episode" }, ":by": { S: "2026-11-14T23:00:00Z" } },
      { ":open": { S: "closed" }, ":by": { S: "2026-11-14T23:00:00Z" } },
    ]);
  });

  it("is known though a row's content cannot be read: one bad row silences no other child's watchdog", async () => {
    const { client, mock } = aDynamo();
    const broken = { ...item("ep-broken"), body: { S: "{" } };
    mock
      .on(QueryCommand)
      .resolvesOnce({ Items: [broken, item("ep-1")] })
      .resolves({ Items: [] });
    expect(await episodeRows(client, tables).dueBy(now, 100)).toEqual([due("ep-broken"), due("ep-1")]);
  });
});

describe("a claim", () => {
  const take = (client: ReturnType<typeof aDynamo>["client"]) =>
    claims(client, tables).take("rung#1", now, now + 120_000);

  it("is taken where nobody holds it, or its lease has run out", async () => {
    const { client, mock } = aDynamo();
    mock.on(PutItemCommand).resolves({});
    expect(await take(client)).toBe(true);
    expect(mock.commandCalls(PutItemCommand)[0]?.args[0].input).toMatchObject({
      Item: { pk: { S: "rung#1" }, until: { S: "2026-11-14T23:02:00Z" } },
      ConditionExpression: "attribute_not_exists(pk) OR #until <= :now",
      ExpressionAttributeValues: { ":now": { S: "2026-11-14T23:00:00Z" } },
    });
  });

  const giveBack = (client: ReturnType<typeof aDynamo>["client"]) =>
    claims(client, tables).giveBack("force#1", now);

  it("is given back where its mail has gone, and not where it is only held", async () => {
    const { client, mock } = aDynamo();
    mock
      .on(PutItemCommand)
      .resolvesOnce({})
      .rejects(new ConditionalCheckFailedException({ $metadata: {}, message: "held" }));
    await giveBack(client);
    await giveBack(client);
    expect(mock.commandCalls(PutItemCommand)[0]?.args[0].input).toMatchObject({
      Item: { pk: { S: "force#1" }, until: { S: "2026-11-14T23:00:00Z" } },
      ConditionExpression: "#until = :never",
      ExpressionAttributeValues: { ":never": { S: "9999" } },
    });
  });

  it("is not taken where somebody holds it", async () => {
    const { client, mock } = aDynamo();
    mock.on(PutItemCommand).rejects(new ConditionalCheckFailedException({ $metadata: {}, message: "held" }));
    expect(await take(client)).toBe(false);
  });
});

describe("the ledger", () => {
  const entry = {
    mailId: "mail-1",
    outcome: "quarantined" as const,
    reasons: ["no-receipt"],
    episodes: [],
    receivedAt: "2026-11-14T23:00:00Z",
  };

  it("says which of many mails have an account, in whatever way", async () => {
    const { client, mock } = aDynamo();
    const later = { [tables.ledger]: { Keys: [{ mailId: { S: "mail-3" } }] } };
    const found = (mailId: string) => ({ [tables.ledger]: [{ mailId: { S: mailId } }] });
    mock
      .on(BatchGetItemCommand)
      .resolvesOnce({ Responses: found("mail-1"), UnprocessedKeys: later })
      .resolvesOnce({ Responses: found("mail-3") });
    const accounted = await accountedMails(client, tables)(["mail-1", "mail-2", "mail-3"]);
    expect(accounted).toEqual(new Set(["mail-1", "mail-3"]));
  });

  it("does not count a mail that was found without its receipt as accounted for", async () => {
    const { client, mock } = aDynamo();
    mock.on(GetItemCommand).resolves({ Item: { ...stored(entry), withoutReceipt: { BOOL: true } } });
    expect(await ledger(client, tables).find("mail-1")).toBeUndefined();
  });

  it("knows the first mail of a digest", async () => {
    const { client, mock } = aDynamo();
    mock.on(GetItemCommand).resolves({});
    mock.on(GetItemCommand, { Key: { mailId: { S: "digest#d1" } } }).resolves({ Item: stored("mail-1") });
    expect(await ledger(client, tables).byDigest("d1")).toBe("mail-1");
    expect(await ledger(client, tables).byDigest("d2")).toBeUndefined();
  });

  it("gives a decision what is known of a mail, receipt or not, and takes a digest's row for no mail", async () => {
    const { client, mock } = aDynamo();
    const decision = { id: "1", kind: "discarded", by: "manager", at: entry.receivedAt, reason: "spam" };
    const open = { open: { S: "quarantine" }, withoutReceipt: { BOOL: true }, told: { N: "1" } };
    mock.on(GetItemCommand).resolves({ Item: { ...stored({ ...entry, decision }), ...open } });
    mock.on(GetItemCommand, { Key: { mailId: { S: "digest#d1" } } }).resolves({ Item: stored("mail-1") });
    expect(await ledger(client, tables).entry("mail-1")).toEqual({ ...entry, decision });
    expect(await ledger(client, tables).entry("digest#d1")).toBeUndefined();
  });

  it("gives a force's newest mails, newest first", async () => {
    const { client, mock } = aDynamo();
    mock.on(QueryCommand).resolves({ Items: [stored({ ...entry, force: "anyforce" })] });
    expect(await ledger(client, tables).newestOf("anyforce")).toMatchObject([{ mailId: "mail-1" }]);
    expect(mock.commandCalls(QueryCommand)[0]?.args[0].input).toMatchObject({
      IndexName: "ByForce",
      ExpressionAttributeValues: { ":force": { S: "anyforce" } },
      ScanIndexForward: false,
      Limit: 100,
    });
  });

  it("lists what waits for a person, with how many were told", async () => {
    const { client, mock } = aDynamo();
    const open = (what: string) => ({
      ExpressionAttributeValues: { ":open": { S: what }, ":by": { S: "2026-11-14T23:00:00Z" } },
    });
    const copy = { ...entry, mailId: "mail-2", outcome: "duplicate", duplicateOf: "mail-1" };
    mock.on(QueryCommand, open("quarantine")).resolves({ Items: [{ ...stored(entry), told: { N: "1" } }] });
    mock.on(QueryCommand, open("notice")).resolves({ Items: [stored(copy)] });
    expect(await quarantine(client, tables).dueBy(now, 100)).toMatchObject([
      { mailId: "mail-1", told: 1 },
      { mailId: "mail-2", told: 0, duplicateOf: "mail-1" },
    ]);
  });

  it.each([
    ["the next role's time", now, "2026-11-14T23:00:00Z"],
    ["that nobody further is due", undefined, "9999"],
  ])("notes %s", async (_what, next, dueAt) => {
    const { client, mock } = aDynamo();
    mock.on(UpdateItemCommand).resolves({});
    await quarantine(client, tables).told({ ...entry, told: 0 }, next);
    expect(mock.commandCalls(UpdateItemCommand)[0]?.args[0].input.ExpressionAttributeValues).toEqual({
      ":told": { N: "1" },
      ":next": { S: dueAt },
    });
  });
});

describe("the outbox", () => {
  const message = { id: "wake#1", kind: "wake", episodeId: "ep-1", ladder: "contact" } as const;

  it("is read whole, over all its pages", async () => {
    const { client, mock } = aDynamo();
    mock
      .on(ScanCommand)
      .resolvesOnce({ Items: [stored(message)], LastEvaluatedKey: { id: { S: "wake#1" } } })
      .resolves({ Items: [stored({ ...message, id: "wake#2" })] });
    const waiting = await outbox(client, tables).waiting(() => {});
    expect(waiting.map(({ id }) => id)).toEqual(["wake#1", "wake#2"]);
  });

  it("names a message nobody can read, and reads the others", async () => {
    const { client, mock } = aDynamo();
    const odd = { id: { S: "wake#0" }, ...stored({ id: "wake#0", kind: "sing" }) };
    mock.on(ScanCommand).resolves({ Items: [odd, stored(message)] });
    const left: string[] = [];
    const waiting = await outbox(client, tables).waiting((id) => void left.push(id));
    expect(waiting).toEqual([message]);
    expect(left).toEqual(["wake#0"]);
  });

  it("keeps a message until it is done", async () => {
    const { client, mock } = aDynamo();
    mock.on(PutItemCommand).resolves({}).on(DeleteItemCommand).resolves({});
    await leaveInOutbox(client, tables)(message);
    await outbox(client, tables).done(message.id);
    expect(mock.commandCalls(PutItemCommand)[0]?.args[0].input.Item).toEqual({
      id: { S: "wake#1" },
      ...stored(message),
    });
    expect(mock.commandCalls(DeleteItemCommand)[0]?.args[0].input.Key).toEqual({ id: { S: "wake#1" } });
  });
});

describe("a token", () => {
  it("is one row a ladder", async () => {
    const { client, mock } = aDynamo();
    mock
      .on(PutItemCommand)
      .resolves({})
      .on(GetItemCommand)
      .resolves({ Item: { token: { S: "t-2" } } });
    const kept = tokens(client, tables);
    await kept.keep("ep-1", "contact", "t-2");
    expect(await kept.find("ep-1", "contact")).toBe("t-2");
    const key = { S: "token#ep-1#contact" };
    expect(mock.commandCalls(PutItemCommand)[0]?.args[0].input.Item?.pk).toEqual(key);
    expect(mock.commandCalls(GetItemCommand)[0]?.args[0].input.Key).toEqual({ pk: key });
  });
});

describe("a mail without an account", () => {
  it("is noted where nothing is known of it, and only there", async () => {
    const { client, mock } = aDynamo();
    mock
      .on(PutItemCommand)
      .resolvesOnce({})
      .rejects(new ConditionalCheckFailedException({ $metadata: {}, message: "known" }));
    const { note } = arrivals(client, tables);
    expect([await note("mail-1", now), await note("mail-1", now)]).toEqual(["noted", "known"]);
    expect(mock.commandCalls(PutItemCommand)[0]?.args[0].input).toMatchObject({
      TableName: "Ledger",
      Item: { mailId: { S: "mail-1" }, open: { S: "unaccounted" }, withoutReceipt: { BOOL: true } },
      ConditionExpression: "attribute_not_exists(mailId)",
    });
  });

  it("is read from the index, no more at once than asked for", async () => {
    const { client, mock } = aDynamo();
    mock
      .on(QueryCommand)
      .resolves({ Items: [{ mailId: { S: "mail-1" } }], LastEvaluatedKey: { mailId: { S: "mail-1" } } });
    expect(await arrivals(client, tables).dueBy(now, 1)).toEqual(["mail-1"]);
    expect(mock.commandCalls(QueryCommand)).toHaveLength(1);
    expect(mock.commandCalls(QueryCommand)[0]?.args[0].input).toMatchObject({ IndexName: "ByDue", Limit: 1 });
  });
});

describe("a throttled table", () => {
  const { client, mock } = aDynamo();
  mock.onAnyCommand().rejects(failure("ThrottlingException"));
  const rows = episodeRows(client, tables);
  const kept = tokens(client, tables);
  const calls: Record<string, () => Promise<unknown>> = {
    "reading an episode": () => episodeStore(client, tables).load("ep-1"),
    "reading a child's rows": () => episodeStore(client, tables).children(["child#1"]),
    "listing what is due": () => rows.dueBy(now, 100),
    "taking a claim": () => claims(client, tables).take("rung#1", now, now),
    "giving a claim back": () => claims(client, tables).giveBack("force#1", now),
    "reading a force's mails": () => ledger(client, tables).newestOf("anyforce"),
    "reading the ledger": () => ledger(client, tables).find("mail-1"),
    "looking for accounts": () => accountedMails(client, tables)(["mail-1"]),
    "noting who was told": () =>
      quarantine(client, tables).told(
        { mailId: "m", outcome: "quarantined", reasons: [], receivedAt: "", told: 0 },
        now,
      ),
    "reading the outbox": () => outbox(client, tables).waiting(() => {}),
    "emptying the outbox": () => outbox(client, tables).done("wake#1"),
    "filling the outbox": () => leaveInOutbox(client, tables)({ id: "r", kind: "revive", episodeId: "e" }),
    "keeping a token": () => kept.keep("ep-1", "contact", "t"),
    "finding a token": () => kept.find("ep-1", "contact"),
    "noting a mail": () => arrivals(client, tables).note("mail-1", now),
    "listing mails without an account": () => arrivals(client, tables).dueBy(now, 300),
    "reading how far the listing is": () => rounds(client, tables).read(),
    "keeping how far the listing is": () => rounds(client, tables).keep({ began: now }),
  };

  it.each(Object.entries(calls))("has %s tried again, by name and quoting nothing", async (_what, call) => {
    const caught = await call().catch((cause: unknown) => cause);
    expect(caught).toBeInstanceOf(TransientError);
    expect(String(caught)).toMatch(/: ThrottlingException$/);
    expect(String(caught)).not.toContain("Marlowe");
  });
});
