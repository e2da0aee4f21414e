import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { toIso } from "../domain/calendar/instant.ts";
import type { Claims } from "../fire-rungs/ports.ts";
import { S } from "./item.ts";
import type { Tables } from "./tables.ts";
import { translated } from "./vendor-errors.ts";

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
      if (cause instanceof ConditionalCheckFailedException) return false;
      throw translated("claiming a rung", cause);
    }
  },
});
