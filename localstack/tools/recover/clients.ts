import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { openLab } from "../../lab/api.ts";
import type { Clients } from "../../lab/stack/clients.ts";

export type RecoveryClients = Pick<Clients, "cloudformation" | "dynamo" | "lambda" | "s3" | "sqs">;

/** In an account the caller's own credentials and region count; the lab never uses them. */
export const recoveryClients = async (aws: boolean | undefined): Promise<RecoveryClients> => {
  if (aws)
    return {
      cloudformation: new CloudFormationClient(),
      dynamo: new DynamoDBClient(),
      lambda: new LambdaClient(),
      s3: new S3Client({ forcePathStyle: true }),
      sqs: new SQSClient(),
    };
  const lab = openLab();
  await lab.requireUp();
  return lab.clients;
};
