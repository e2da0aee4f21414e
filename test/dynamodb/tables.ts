import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";
import { Template } from "aws-cdk-lib/assertions";
import { Key } from "aws-cdk-lib/aws-kms";
import { App, Stack } from "aws-cdk-lib/core";
import { Tables } from "../../infra/constructs/tables.ts";

type Made = Pick<CreateTableCommandInput, "KeySchema" | "AttributeDefinitions" | "GlobalSecondaryIndexes">;

const made = (): [string, Made][] => {
  const stack = new Stack(new App(), "Tables");
  new Tables(stack, "Tables", new Key(stack, "Key"));
  const found = Template.fromStack(stack).findResources("AWS::DynamoDB::Table");
  return Object.entries(found).map(([id, { Properties }]) => [id, Properties as Made]);
};

export const names = {
  ledger: "Ledger",
  events: "Events",
  episodes: "Episodes",
  outbox: "Outbox",
  returns: "Returns",
  sessions: "Sessions",
};

/** The tables with their indexes, as an authority's stack makes them. */
export const makeTables = async (client: DynamoDBClient): Promise<typeof names> => {
  for (const [id, { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes }] of made())
    await client.send(
      new CreateTableCommand({
        TableName: id.replace(/Table$/, ""),
        KeySchema,
        AttributeDefinitions,
        ...(GlobalSecondaryIndexes ? { GlobalSecondaryIndexes } : {}),
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
  return names;
};
