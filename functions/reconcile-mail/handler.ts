import { S3Client } from "@aws-sdk/client-s3";
import { ledger } from "../adapters/ledger.ts";
import { listRawMails } from "../adapters/raw-mails.ts";
import { sightings } from "../adapters/sightings.ts";
import { schedule } from "../shell/schedule.ts";
import { common } from "../shell/wiring.ts";
import { reconcileMail } from "./reconcile-mail.ts";

const buildDeps = () => {
  const base = common();
  const { dynamo, env, episodes } = base;
  return {
    ...base,
    raw: { list: listRawMails(new S3Client({ forcePathStyle: true }), env.rawBucket) },
    ledger: ledger(dynamo, env.tables),
    sightings: sightings(dynamo, env.tables),
    transact: episodes.transact,
  };
};

export const handler = schedule(buildDeps, reconcileMail);
