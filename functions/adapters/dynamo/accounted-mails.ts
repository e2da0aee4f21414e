import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { getAll } from "./get-all.ts";
import type { Tables } from "./tables.ts";

/** Which of these raw mails (a hundred at most) were accounted for at all. */
export const accountedMails =
  (client: DynamoDBClient, { ledger }: Tables) =>
  async (mailIds: readonly string[]): Promise<Set<string>> => {
    const from = { table: ledger, key: "mailId", columns: "mailId" };
    const items = await getAll(client, from, mailIds, "looking for mails' accounts");
    return new Set(items.flatMap(({ mailId }) => (mailId?.S === undefined ? [] : [mailId.S])));
  };
