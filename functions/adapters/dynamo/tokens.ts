import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { TokenStore } from "../../core/ports/workflow.ts";
import { inOurWords } from "../vendor-errors.ts";
import { S } from "./item.ts";
import type { Tables } from "./tables.ts";

const keyOf = (episodeId: string, ladder: string): string => `token#${episodeId}#${ladder}`;

/** One row a ladder: the newest token is the only one anybody waits on. */
export const tokens = (client: DynamoDBClient, tables: Tables): TokenStore => ({
  keep: async (episodeId, ladder, token) => {
    const Item = { pk: S(keyOf(episodeId, ladder)), token: S(token) };
    const put = new PutItemCommand({ TableName: tables.episodes, Item });
    await inOurWords("keeping a token", () => client.send(put));
  },
  find: async (episodeId, ladder) => {
    const Key = { pk: S(keyOf(episodeId, ladder)) };
    const get = new GetItemCommand({ TableName: tables.episodes, Key, ConsistentRead: true });
    const { Item } = await inOurWords("finding a token", () => client.send(get));
    return Item?.token?.S;
  },
});
