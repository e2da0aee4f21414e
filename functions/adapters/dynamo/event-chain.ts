import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { EventChain } from "../../core/ports/event-chain.ts";
import { queryAll } from "./episode-store.ts";
import { readBody, S } from "./item.ts";
import type { Tables } from "./tables.ts";

export const chainedSchema = z.object({
  episodeId: z.string(),
  seq: z.number(),
  previousHash: z.string(),
  hash: z.string(),
  event: z.looseObject({}),
});

export const eventChain =
  (client: DynamoDBClient, tables: Tables): EventChain =>
  async (id) => {
    const items = await queryAll(client, {
      TableName: tables.events,
      KeyConditionExpression: "episodeId = :id",
      ExpressionAttributeValues: { ":id": S(id) },
      ConsistentRead: true,
    });
    return items.map((item) => readBody(chainedSchema, item));
  };
