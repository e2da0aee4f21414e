import { type ChildProcess, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { installed } from "../../localstack/host/paths.ts";
import { aFreePort } from "../../localstack/host/ports.ts";

const jars = installed.dynamodbJars;

const start = (port: number, heapMb: number): ChildProcess =>
  spawn(
    "java",
    [
      `-Xmx${heapMb}m`,
      `-Djava.library.path=${jars}`,
      "-cp",
      `${jars}/*`,
      "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
      "-inMemory",
      "-sharedDb",
      "-port",
      String(port),
    ],
    // It leaves a file of its own where it is started.
    { stdio: "ignore", cwd: tmpdir() },
  );

const clientOn = (port: number): DynamoDBClient =>
  new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: "eu-west-2",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });

const ATTEMPTS = 200;

const answers = async (client: DynamoDBClient, server: ChildProcess): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`DynamoDB Local ended with ${server.exitCode}`);
    const isUp = await client.send(new ListTablesCommand()).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await pause(100);
  }
  throw new Error("DynamoDB Local does not answer");
};

export type LocalDynamo = { client: DynamoDBClient; another: () => DynamoDBClient; stop: () => void };

/** DynamoDB as the lab has it, by itself: it decides conditions and transactions, and counts what is read. */
export const localDynamo = async (heapMb = 256): Promise<LocalDynamo> => {
  const port = await aFreePort();
  const server = start(port, heapMb);
  const stop = (): void => void server.kill("SIGKILL");
  const client = clientOn(port);
  try {
    await answers(client, server);
  } catch (error) {
    stop();
    throw error;
  }
  return { client, another: () => clientOn(port), stop };
};
