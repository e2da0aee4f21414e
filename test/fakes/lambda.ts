import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { mockClient } from "aws-sdk-client-mock";

/** Lambda as whoever asks another function sees it: every call recorded, and answered so. */
export const aLambda = (answer: () => object) => {
  const client = new LambdaClient({ region: "eu-west-2" });
  const mock = mockClient(client);
  mock.on(InvokeCommand).callsFake(answer);
  const requests = () => mock.commandCalls(InvokeCommand).map((call) => call.args[0].input);
  return { client, requests };
};

export const json = (value: unknown) => ({ Payload: Buffer.from(JSON.stringify(value)) });

export const refusing = (error: Error) =>
  aLambda(() => {
    throw error;
  }).client;
