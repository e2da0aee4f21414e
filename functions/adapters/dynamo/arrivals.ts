import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Arrivals, Round } from "../../core/ports/raw-mails.ts";
import { toIso } from "../../domain/calendar/instant.ts";
import { inOurWords, translated } from "../vendor-errors.ts";
import { queryAll } from "./episode-store.ts";
import { body, readBody, S } from "./item.ts";
import type { Tables } from "./tables.ts";
import { UNACCOUNTED } from "./write-items.ts";

/** A mail's row before it has an account. Without a receipt, so that the account of one that comes replaces it. */
export const arrivals = (client: DynamoDBClient, tables: Pick<Tables, "ledger">): Arrivals => ({
  note: async (mailId, dueAt) => {
    const Item = {
      mailId: S(mailId),
      open: S(UNACCOUNTED),
      dueAt: S(toIso(dueAt)),
      withoutReceipt: { BOOL: true },
    };
    const ConditionExpression = "attribute_not_exists(mailId)";
    try {
      await client.send(new PutItemCommand({ TableName: tables.ledger, Item, ConditionExpression }));
      return "noted";
    } catch (cause) {
      if (cause instanceof ConditionalCheckFailedException) return "known";
      throw translated("noting a mail", cause);
    }
  },
  dueBy: async (now, most) => {
    const query = {
      TableName: tables.ledger,
      IndexName: "ByDue",
      KeyConditionExpression: "#open = :open AND dueAt <= :by",
      ExpressionAttributeNames: { "#open": "open" },
      ExpressionAttributeValues: { ":open": S(UNACCOUNTED), ":by": S(toIso(now)) },
      Limit: most,
    };
    return (await queryAll(client, query, most)).flatMap(({ mailId }) => mailId?.S ?? []);
  },
});

const roundSchema: z.ZodType<Round> = z.object({ began: z.number(), after: z.string().exactOptional() });

/** Beside the mails' rows, under a name that no mail has; in no index. */
const ROUND = "round#bucket";

export const rounds = (client: DynamoDBClient, tables: Pick<Tables, "ledger">) => ({
  read: async (): Promise<Round | undefined> => {
    const get = new GetItemCommand({
      TableName: tables.ledger,
      Key: { mailId: S(ROUND) },
      ConsistentRead: true,
    });
    const { Item } = await inOurWords("reading how far the listing is", () => client.send(get));
    return Item && readBody(roundSchema, Item);
  },
  keep: async (round: Round): Promise<void> => {
    const put = new PutItemCommand({
      TableName: tables.ledger,
      Item: { mailId: S(ROUND), body: body(round) },
    });
    await inOurWords("keeping how far the listing is", () => client.send(put));
  },
});
