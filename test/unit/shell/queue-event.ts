import type { Context, SQSEvent, SQSRecord } from "aws-lambda";

const record = (messageId: string, body: string): SQSRecord => ({
  messageId,
  body,
  receiptHandle: "handle",
  attributes: {
    ApproximateReceiveCount: "1",
    SentTimestamp: "0",
    SenderId: "sns",
    ApproximateFirstReceiveTimestamp: "0",
  },
  messageAttributes: {},
  md5OfBody: "",
  eventSource: "aws:sqs",
  eventSourceARN: "arn:aws:sqs:eu-west-2:000000000000:ingest",
  awsRegion: "eu-west-2",
});

export const context: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: "ingest-compact",
  functionVersion: "1",
  invokedFunctionArn: "arn",
  memoryLimitInMB: "1024",
  awsRequestId: "request",
  logGroupName: "group",
  logStreamName: "stream",
  getRemainingTimeInMillis: () => 60_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

export const event = (...bodies: string[]): SQSEvent => ({
  Records: bodies.map((body, index) => record(`message-${index + 1}`, body)),
});
