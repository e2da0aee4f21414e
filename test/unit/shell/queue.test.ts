import type { Context, SQSEvent, SQSRecord } from "aws-lambda";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { queue } from "../../../functions/shell/queue.ts";
import { captureOutput } from "../../fakes/output.ts";

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

const context: Context = {
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

const event = (...bodies: string[]): SQSEvent => ({
  Records: bodies.map((body, index) => record(`message-${index + 1}`, body)),
});

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  output = captureOutput();
});
afterEach(() => output.release());

describe("a queue", () => {
  it("reports the one bad record alone", async () => {
    const handled: string[] = [];
    const handler = queue(Object, async (body) => {
      if (body === "bad") throw new Error("quotes Ellie Marlowe");
      handled.push(body);
    });
    expect(await handler(event("one", "bad", "two"), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: "message-2" }],
    });
    expect(handled).toEqual(["one", "two"]);
    expect(output.text()).toContain("message-2");
    expect(output.text()).not.toContain("Marlowe");
  });

  it("reports a batch in which all fail, and forgets it before the next", async () => {
    let away = true;
    const handler = queue(Object, async () => {
      if (away) throw new Error("away");
    });
    expect(await handler(event("one"), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: "message-1" }],
    });
    away = false;
    expect(await handler(event("one"), context)).toEqual({ batchItemFailures: [] });
  });
});
