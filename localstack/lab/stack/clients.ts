import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { SESClient } from "@aws-sdk/client-ses";
import { SFNClient } from "@aws-sdk/client-sfn";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";

export const REGION = "eu-west-2";
export const ACCOUNT = "000000000000";
const KEY = "test";

/** Named outright, so that no profile or key of the person's own can send the lab to a real account. */
export const clientsFor = (endpoint: string) => {
  const config = { endpoint, region: REGION, credentials: { accessKeyId: KEY, secretAccessKey: KEY } };
  return {
    cloudformation: new CloudFormationClient(config),
    dynamo: new DynamoDBClient(config),
    kms: new KMSClient(config),
    lambda: new LambdaClient(config),
    s3: new S3Client({ ...config, forcePathStyle: true }),
    ses: new SESClient(config),
    sfn: new SFNClient(config),
    sns: new SNSClient(config),
    sqs: new SQSClient(config),
  };
};

export type Clients = ReturnType<typeof clientsFor>;
