import { CreateEventSourceMappingCommand, InvokeCommand } from "@aws-sdk/client-lambda";
import { CreateQueueCommand, GetQueueAttributesCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { advanceClock, readClock } from "../../localstack/host/clock.ts";
import { type Lab, openLab } from "./support/lab.ts";
import { until } from "./support/until.ts";

const source = `export const handler = async (event) => {
  const bodies = (event.Records ?? []).map((record) => record.body);
  console.log("got:", new Date().toISOString(), bodies.join(" "));
  if (event.fail) throw new Error(event.fail);
  if (bodies.includes("slowly")) await new Promise((done) => setTimeout(done, 300));
  const failed = (event.Records ?? []).filter((record) => record.body === "bad");
  return { batchItemFailures: failed.map((record) => ({ itemIdentifier: record.messageId })) };
};`;

let lab: Lab;
let queueUrl: string;
beforeAll(async () => {
  lab = await openLab("queues", "2030-06-01T00:00:00Z");
  await lab.deploy("reader", source);
  const created = await lab.sqs.send(
    new CreateQueueCommand({ QueueName: "mails", Attributes: { VisibilityTimeout: "90" } }),
  );
  queueUrl = created.QueueUrl ?? "";
  await lab.lambda.send(
    new CreateEventSourceMappingCommand({
      FunctionName: "reader",
      EventSourceArn: "arn:aws:sqs:eu-west-2:000000000000:mails",
      FunctionResponseTypes: ["ReportBatchItemFailures"],
    }),
  );
});
afterAll(() => lab.close());

const send = (MessageBody: string) =>
  lab.sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }));
const got = (body: string) => lab.printed("reader", "got:").filter((line) => line.endsWith(` ${body}`));
const times = (body: string) => got(body).map((line) => Date.parse(line.split(" ")[0] ?? ""));
const quiet = () => until(async () => (await readClock(lab.endpoint)).quiet);

it("a message reaches its function without the clock being moved, and so does the next", async () => {
  await send("first");
  await until(async () => got("first").length === 1);
  await send("second");
  await until(async () => got("second").length === 1);
});

it("an advance waits for the messages that are still in the queue", async () => {
  await send("just before");
  await advanceClock(lab.endpoint, { seconds: 3600 });
  expect(got("just before")).toHaveLength(1);
});

it("a stop is not over before a slow function's message has been read by a slow reader", async () => {
  await lab.deploy(
    "slow-sender",
    `export const handler = async ({ queueUrl }) => {
      await new Promise((done) => setTimeout(done, 300));
      const body = new URLSearchParams({ Action: "SendMessage", QueueUrl: queueUrl, MessageBody: "slowly" });
      const authorization = "AWS4-HMAC-SHA256 Credential=test/20300101/eu-west-2/sqs/aws4_request";
      const sent = await fetch(queueUrl, { method: "POST", headers: { authorization }, body });
      if (!sent.ok) throw new Error(await sent.text());
    };`,
  );
  await lab.startMachine(
    "sends-slowly",
    {
      StartAt: "Wait",
      States: {
        Wait: { Type: "Wait", Seconds: 3600, Next: "Send" },
        Send: {
          Type: "Task",
          Resource: "arn:aws:states:::lambda:invoke",
          Parameters: { FunctionName: "slow-sender", "Payload.$": "$" },
          End: true,
        },
      },
    },
    { queueUrl },
  );
  await quiet();
  const { stops } = await advanceClock(lab.endpoint, { seconds: 3 * 3600 });
  expect(times("slowly")).toEqual(stops.map((stop) => Date.parse(stop.at)));
});

it("a message given back returns after its visibility time-out, on the clock", async () => {
  await send("bad");
  await until(async () => got("bad").length === 1);
  await quiet();
  await advanceClock(lab.endpoint, { seconds: 100 });
  const [first, second] = times("bad");
  expect(times("bad")).toHaveLength(2);
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(89_000);
  expect((second ?? 0) - (first ?? 0)).toBeLessThan(91_000);
  const { Attributes } = await lab.sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: queueUrl,
      AttributeNames: ["ApproximateNumberOfMessagesNotVisible"],
    }),
  );
  expect(Attributes?.ApproximateNumberOfMessagesNotVisible).toBe("1");
});

it("an asynchronous call that fails is tried again after one and two minutes, on the clock", async () => {
  await lab.deploy("fails", source);
  await lab.lambda.send(
    new InvokeCommand({ FunctionName: "fails", InvocationType: "Event", Payload: '{"fail":"always"}' }),
  );
  await quiet();
  await advanceClock(lab.endpoint, { seconds: 600 });
  const [first = 0, second = 0, third = 0] = lab.printed("fails", "got:").map((line) => Date.parse(line));
  expect(Math.round((second - first) / 1000)).toBe(60);
  expect(third - second).toBe(120_000);
});
