import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { accountedMails } from "../adapters/dynamo/accounted-mails.ts";
import { arrivals, rounds } from "../adapters/dynamo/arrivals.ts";
import { transact } from "../adapters/dynamo/transact.ts";
import { rawMailsAfter } from "../adapters/raw-mails.ts";
import { readEnv } from "../shell/env.ts";
import { count } from "../shell/metrics.ts";
import { schedule } from "../shell/schedule.ts";
import { reconcileMail } from "./reconcile-mail.ts";

/** Needs no profile: a mail without an account is the same in every authority. */
const buildDeps = () => {
  const { tables, rawBucket } = readEnv();
  const dynamo = new DynamoDBClient();
  return {
    raw: { after: rawMailsAfter(new S3Client({ forcePathStyle: true }), rawBucket) },
    ledger: { known: accountedMails(dynamo, tables) },
    arrivals: arrivals(dynamo, tables),
    rounds: rounds(dynamo, tables),
    transact: transact(dynamo, tables),
    now: () => Date.now(),
  };
};

/** Each is a mail that waits for a person, and rings the same alarm as one that ingest quarantined. */
export const handler = schedule(buildDeps, async (deps) => {
  const done = await reconcileMail(deps);
  count("Quarantined", done.found);
  return done;
});
