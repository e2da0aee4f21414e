import { type DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { EpisodeRow } from "../../core/ports/stored-episode.ts";
import type { OpenWorkflows } from "../../core/ports/workflow.ts";
import { inOurWords } from "../vendor-errors.ts";
import { body, type Item, readBody, S } from "./item.ts";
import { episodeRowSchema } from "./rows.ts";
import type { Tables } from "./tables.ts";

const PLACE = { pk: S("looked-after") };
const OPEN = S("episode");
const placeSchema = z.object({ dueAt: z.string(), id: z.string() }).nullable();

/** One that nobody can read keeps no other from its turn. */
const runningIn = (item: Item): EpisodeRow[] => {
  try {
    const row = readBody(episodeRowSchema, item);
    return row.running ? [row] : [];
  } catch {
    return [];
  }
};

/** Where in the index the last asking ended is kept. A row that has moved past that place meanwhile is in the next round. */
export const openWorkflows = (client: DynamoDBClient, tables: Tables): OpenWorkflows => {
  const where = async () => {
    const get = new GetItemCommand({ TableName: tables.episodes, Key: PLACE });
    const { Item: item } = await inOurWords("looking up the round", () => client.send(get));
    return item && readBody(placeSchema, item);
  };
  const keep = async (last: Item | undefined): Promise<void> => {
    const place = last ? { dueAt: last.dueAt?.S, id: last.pk?.S } : null;
    const put = new PutItemCommand({ TableName: tables.episodes, Item: { ...PLACE, body: body(place) } });
    await inOurWords("keeping the round", () => client.send(put));
  };
  return {
    next: async (most) => {
      const place = await where();
      const query = new QueryCommand({
        TableName: tables.episodes,
        IndexName: "ByDue",
        KeyConditionExpression: "#open = :open",
        ExpressionAttributeNames: { "#open": "open" },
        ExpressionAttributeValues: { ":open": OPEN },
        Limit: most,
        ...(place ? { ExclusiveStartKey: { open: OPEN, dueAt: S(place.dueAt), pk: S(place.id) } } : {}),
      });
      const { Items = [], LastEvaluatedKey } = await inOurWords("going round", () => client.send(query));
      if (place || LastEvaluatedKey) await keep(LastEvaluatedKey);
      return Items.flatMap(runningIn);
    },
  };
};
