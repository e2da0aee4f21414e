import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import {
  CreateFunctionCommand,
  GetFunctionCommand,
  InvokeCommand,
  LambdaClient,
} from "@aws-sdk/client-lambda";
import { CreateStateMachineCommand, SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { SQSClient } from "@aws-sdk/client-sqs";
import { strToU8, zipSync } from "fflate";
import { startHost, stopHost } from "../../../localstack/host/host.ts";
import { projectRoot } from "../../../localstack/host/paths.ts";
import { until } from "./until.ts";

const PORT = 4599;
const ROLE = "arn:aws:iam::000000000000:role/lab";

type FunctionOptions = { timeout?: number; memory?: number; env?: Record<string, string> };

/** A host of this test file's own, with what the tests do to it. */
export const openLab = async (name: string, clockAt?: string) => {
  const stateDir = join(projectRoot, ".lab/run", `plugin-${name}`);
  await stopHost(stateDir);
  rmSync(stateDir, { recursive: true, force: true });
  const host = await startHost({ port: PORT, stateDir, ...(clockAt === undefined ? {} : { clockAt }) });
  const config = {
    endpoint: host.endpoint,
    region: "eu-west-2",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  };
  const lambda = new LambdaClient(config);
  const sfn = new SFNClient(config);

  const deploy = async (functionName: string, source: string, options: FunctionOptions = {}) => {
    await lambda.send(
      new CreateFunctionCommand({
        FunctionName: functionName,
        Runtime: "nodejs24.x",
        Handler: "index.handler",
        Role: ROLE,
        Timeout: options.timeout ?? 5,
        MemorySize: options.memory ?? 128,
        Environment: { Variables: options.env ?? {} },
        Code: { ZipFile: zipSync({ "index.mjs": strToU8(source) }) },
      }),
    );
    await until(async () => {
      const { Configuration } = await lambda.send(new GetFunctionCommand({ FunctionName: functionName }));
      return Configuration?.State === "Active";
    });
    return `arn:aws:lambda:eu-west-2:000000000000:function:${functionName}`;
  };

  const invoke = async (functionName: string, payload: unknown = {}) => {
    const answer = await lambda.send(
      new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(payload), LogType: "Tail" }),
    );
    return {
      error: answer.FunctionError,
      body: JSON.parse(Buffer.from(answer.Payload ?? []).toString()),
      log: Buffer.from(answer.LogResult ?? "", "base64").toString(),
    };
  };

  const startMachine = async (machine: string, definition: unknown, input: unknown = {}): Promise<string> => {
    const { stateMachineArn } = await sfn.send(
      new CreateStateMachineCommand({ name: machine, roleArn: ROLE, definition: JSON.stringify(definition) }),
    );
    const { executionArn } = await sfn.send(
      new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
    );
    return executionArn ?? "";
  };

  return {
    host,
    endpoint: host.endpoint,
    lambda,
    sfn,
    dynamo: new DynamoDBClient(config),
    events: new EventBridgeClient(config),
    sqs: new SQSClient(config),
    deploy,
    invoke,
    startMachine,
    /** What a function printed, line by line, from the file that is kept of it. */
    printed: (functionName: string, starting: string): string[] => {
      const file = join(stateDir, "logs", `${functionName}.log`);
      const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
      return lines
        .filter((line) => line.startsWith(starting))
        .map((line) => line.slice(starting.length).trim());
    },
    close: () => stopHost(stateDir),
  };
};

export type Lab = Awaited<ReturnType<typeof openLab>>;
