import { BatchWriteItemCommand, type DynamoDBClient, type WriteRequest } from "@aws-sdk/client-dynamodb";
import { childRowSchema, episodeRowSchema, ledgerEntrySchema } from "../../functions/adapters/dynamo/rows.ts";
import { writeItem } from "../../functions/adapters/dynamo/write-items.ts";
import type { Write } from "../../functions/core/ports/writes.ts";
import { factsRowSchema } from "../../functions/domain/returns/facts-row.ts";
import type { Database } from "../fakes/database.ts";
import { names } from "./tables.ts";

const read = (text: string): unknown => JSON.parse(text);

/** Every row of a world's database as the write that would have left it. */
const writesOf = (db: Database): Write[] => [
  ...[...db.episodes.values()].map(
    ({ body }): Write => ({ kind: "episode", row: episodeRowSchema.parse(read(body)), expectedVersion: 0 }),
  ),
  ...[...db.events.values()].flatMap((events) =>
    [...events.values()].map((text) => ({ kind: "event", event: read(text) }) as Write),
  ),
  ...[...db.children.values()].map(
    ({ body }): Write => ({ kind: "child", row: childRowSchema.parse(read(body)), expectedVersion: 0 }),
  ),
  ...[...db.facts.values()].flatMap((rows) =>
    [...rows.values()].map((text) => ({ kind: "facts", row: factsRowSchema.parse(read(text)) }) as Write),
  ),
  ...[...db.ledger.values()].map(
    ({ body }): Write => ({ kind: "ledger", entry: ledgerEntrySchema.parse(read(body)) }),
  ),
];

const MOST = 25;

/** What a world holds in memory, in DynamoDB, with no condition. */
export const copyTo = async (client: DynamoDBClient, db: Database): Promise<void> => {
  const puts = writesOf(db).flatMap((write) => writeItem(write, names).Put ?? []);
  for (let i = 0; i < puts.length; i += MOST) {
    const RequestItems: Record<string, WriteRequest[]> = {};
    for (const { TableName = "", Item } of puts.slice(i, i + MOST))
      RequestItems[TableName] = [...(RequestItems[TableName] ?? []), { PutRequest: { Item } }];
    await client.send(new BatchWriteItemCommand({ RequestItems }));
  }
};
