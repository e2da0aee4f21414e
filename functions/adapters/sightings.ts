import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { toInstant, toIso } from "../domain/calendar/instant.ts";
import type { Sightings } from "../reconcile-mail/reconcile-mail.ts";
import { S } from "./item.ts";
import type { Tables } from "./tables.ts";

export const sightings = (client: DynamoDBClient, tables: Tables): Sightings => ({
  firstSeen: async (mailId, now) => {
    const Key = { pk: S(`seen#${mailId}`) };
    const { Item } = await client.send(
      new GetItemCommand({ TableName: tables.episodes, Key, ConsistentRead: true }),
    );
    if (Item?.at?.S) return toInstant(Item.at.S);
    await client.send(
      new PutItemCommand({ TableName: tables.episodes, Item: { ...Key, at: S(toIso(now)) } }),
    );
    return now;
  },
});
