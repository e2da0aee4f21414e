import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { Sightings } from "../../core/ports/raw-mails.ts";
import { toInstant, toIso } from "../../domain/calendar/instant.ts";
import { inOurWords } from "../vendor-errors.ts";
import { S } from "./item.ts";
import type { Tables } from "./tables.ts";

export const sightings = (client: DynamoDBClient, tables: Tables): Sightings => ({
  firstSeen: async (mailId, now) => {
    const Key = { pk: S(`seen#${mailId}`) };
    const get = new GetItemCommand({ TableName: tables.episodes, Key, ConsistentRead: true });
    const { Item } = await inOurWords("looking for a sighting", () => client.send(get));
    if (Item?.at?.S) return toInstant(Item.at.S);
    const put = new PutItemCommand({ TableName: tables.episodes, Item: { ...Key, at: S(toIso(now)) } });
    await inOurWords("keeping a sighting", () => client.send(put));
    return now;
  },
});
