import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { arrivals } from "../adapters/dynamo/arrivals.ts";
import { readEnv } from "../shell/env.ts";
import { task } from "../shell/task.ts";
import { noteArrival } from "./note-arrival.ts";

/** What EventBridge says of an object that S3 has taken. */
const eventSchema = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

const buildDeps = () => ({
  arrivals: arrivals(new DynamoDBClient(), readEnv().tables),
  now: () => Date.now(),
});

export const handler = task(eventSchema, buildDeps, ({ detail }, deps) =>
  noteArrival(detail.object.key, deps),
);
