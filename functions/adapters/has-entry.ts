import { type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { S } from "./item.ts";
import type { Tables } from "./tables.ts";
import { inOurWords } from "./vendor-errors.ts";

/** Was this raw mail accounted for at all? */
export const hasEntry =
  (client: DynamoDBClient, tables: Tables) =>
  async (mailId: string): Promise<boolean> => {
    const Key = { mailId: S(mailId) };
    const get = new GetItemCommand({
      TableName: tables.ledger,
      Key,
      ConsistentRead: true,
      ProjectionExpression: "mailId",
    });
    const { Item } = await inOurWords("looking for a mail's account", () => client.send(get));
    return Item !== undefined;
  };
