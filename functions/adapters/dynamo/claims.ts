import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { Claims } from "../../core/ports/letters.ts";
import { toIso } from "../../domain/calendar/instant.ts";
import { inOurWords, translated } from "../vendor-errors.ts";
import { S } from "./item.ts";
import type { Tables } from "./tables.ts";
import { NEVER } from "./write-items.ts";

/** Refused by its condition is an answer, not a failure. */
const isRefused = (cause: unknown): boolean => cause instanceof ConditionalCheckFailedException;

export const claims = (client: DynamoDBClient, tables: Tables): Claims => ({
  take: async (key, now, until) => {
    try {
      await client.send(
        new PutItemCommand({
          TableName: tables.episodes,
          Item: { pk: S(key), until: S(toIso(until)) },
          ConditionExpression: "attribute_not_exists(pk) OR #until <= :now",
          ExpressionAttributeNames: { "#until": "until" },
          ExpressionAttributeValues: { ":now": S(toIso(now)) },
        }),
      );
      return true;
    } catch (cause) {
      if (isRefused(cause)) return false;
      throw translated("claiming a rung", cause);
    }
  },
  free: async (key, now) => {
    const Item = { pk: S(key), until: S(toIso(now)) };
    await inOurWords("freeing a claim", () =>
      client.send(new PutItemCommand({ TableName: tables.episodes, Item })),
    );
  },
  giveBack: async (key, now) => {
    try {
      await client.send(
        new PutItemCommand({
          TableName: tables.episodes,
          Item: { pk: S(key), until: S(toIso(now)) },
          ConditionExpression: "#until = :never",
          ExpressionAttributeNames: { "#until": "until" },
          ExpressionAttributeValues: { ":never": S(NEVER) },
        }),
      );
    } catch (cause) {
      if (!isRefused(cause)) throw translated("giving a claim back", cause);
    }
  },
});
