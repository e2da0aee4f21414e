import {
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import type { OutboxMessage } from "../append-events/writes.ts";
import type { Outbox } from "../sweep-outbox/ports.ts";
import { body, readBody, S } from "./item.ts";
import { outboxMessageSchema } from "./rows.ts";
import type { Tables } from "./tables.ts";

/** The table holds only what is still to be done, so reading it whole is cheap. */
export const outbox = (client: DynamoDBClient, tables: Tables): Outbox => ({
  waiting: async () => {
    const { Items } = await client.send(new ScanCommand({ TableName: tables.outbox, ConsistentRead: true }));
    return (Items ?? []).map((item) => readBody(outboxMessageSchema, item));
  },
  done: async (id) => {
    await client.send(new DeleteItemCommand({ TableName: tables.outbox, Key: { id: S(id) } }));
  },
});

export const leaveInOutbox = (client: DynamoDBClient, tables: Tables) => async (message: OutboxMessage) => {
  await client.send(
    new PutItemCommand({ TableName: tables.outbox, Item: { id: S(message.id), body: body(message) } }),
  );
};
