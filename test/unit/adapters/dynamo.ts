import { type AttributeValue, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { mockClient } from "aws-sdk-client-mock";

export const tables = {
  ledger: "Ledger",
  events: "Events",
  episodes: "Episodes",
  outbox: "Outbox",
  returns: "Returns",
};

/** DynamoDB as an adapter's test sees it: every command recorded, none sent. */
export const aDynamo = () => {
  const client = new DynamoDBClient({ region: "eu-west-2" });
  return { client, mock: mockClient(client) };
};

/** A vendor's failure, known by its name only, with a message that must go no further. */
export const failure = (name: string): Error =>
  Object.assign(new Error("quotes Ellie Marlowe, 2011-03-09"), { name });

export const stored = (value: unknown): Record<string, AttributeValue> => ({
  body: { S: JSON.stringify(value) },
});
