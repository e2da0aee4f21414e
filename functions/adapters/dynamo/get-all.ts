import {
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  type BatchGetItemCommandOutput,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";
import { TransientError } from "../../domain/errors.ts";
import { inOurWords } from "../vendor-errors.ts";
import { type Item, S } from "./item.ts";

const MOST_REQUESTS = 5;

/** Up to a hundred rows (DynamoDB's limit); it may leave some for another request, and a row left out would be missed. */
export const getAll = async (
  client: DynamoDBClient,
  from: { table: string; key: string; columns?: string },
  keys: readonly string[],
  what: string,
): Promise<Item[]> => {
  const items: Item[] = [];
  const only = from.columns === undefined ? {} : { ProjectionExpression: from.columns };
  let RequestItems: BatchGetItemCommandInput["RequestItems"] = {
    [from.table]: { Keys: keys.map((key) => ({ [from.key]: S(key) })), ConsistentRead: true, ...only },
  };
  for (let request = 0; request < MOST_REQUESTS; request += 1) {
    if (!RequestItems?.[from.table]?.Keys?.length) return items;
    const command = new BatchGetItemCommand({ RequestItems });
    const got: BatchGetItemCommandOutput = await inOurWords(what, () => client.send(command));
    items.push(...(got.Responses?.[from.table] ?? []));
    RequestItems = got.UnprocessedKeys;
  }
  throw new TransientError(`${what}: some are left`);
};
