import { type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { S } from "./item.ts";
import type { Tables } from "./tables.ts";

/** Was this raw mail accounted for at all? */
export const hasEntry =
  (client: DynamoDBClient, tables: Tables) =>
  async (mailId: string): Promise<boolean> => {
    const Key = { mailId: S(mailId) };
    const { Item } = await client.send(
      new GetItemCommand({
        TableName: tables.ledger,
        Key,
        ConsistentRead: true,
        ProjectionExpression: "mailId",
      }),
    );
    return Item !== undefined;
  };
