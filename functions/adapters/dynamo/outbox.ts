import {
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import type { Outbox } from "../../core/ports/workflow.ts";
import type { OutboxMessage } from "../../core/ports/writes.ts";
import { inOurWords } from "../vendor-errors.ts";
import { body, type Item, readBody, S } from "./item.ts";
import { outboxMessageSchema } from "./rows.ts";
import type { Tables } from "./tables.ts";

/** The table holds only what is still to be done, so reading it whole is cheap. */
export const outbox = (client: DynamoDBClient, tables: Tables): Outbox => ({
  waiting: async (left) => {
    const items: Item[] = [];
    let start: Item | undefined;
    do {
      const from = start ? { ExclusiveStartKey: start } : {};
      const scan = new ScanCommand({ TableName: tables.outbox, ConsistentRead: true, ...from });
      const page = await inOurWords("reading the outbox", () => client.send(scan));
      items.push(...(page.Items ?? []));
      start = page.LastEvaluatedKey;
    } while (start);
    return items.flatMap((item) => {
      try {
        return readBody(outboxMessageSchema, item);
      } catch (cause) {
        left(item.id?.S ?? "", cause);
        return [];
      }
    });
  },
  done: async (id) => {
    const remove = new DeleteItemCommand({ TableName: tables.outbox, Key: { id: S(id) } });
    await inOurWords("emptying the outbox", () => client.send(remove));
  },
});

export const leaveInOutbox = (client: DynamoDBClient, tables: Tables) => async (message: OutboxMessage) => {
  const Item = { id: S(message.id), body: body(message) };
  const put = new PutItemCommand({ TableName: tables.outbox, Item });
  await inOurWords("filling the outbox", () => client.send(put));
};
