import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { attachmentReader } from "../adapters/attachment-reader.ts";
import { ledger } from "../adapters/ledger.ts";
import { readRawMail } from "../adapters/raw-mails.ts";
import type { LedgerEntry } from "../append-events/writes.ts";
import { readWithDocuments, sesReceiptSchema, warmUp } from "../parse-compact/parse-compact.ts";
import { log } from "../shell/log.ts";
import { task } from "../shell/task.ts";
import { common } from "../shell/wiring.ts";
import { withWorkflow } from "../shell/with-workflow.ts";
import { type DecideDeps, decideQuarantine } from "./decide-quarantine.ts";
import { decisionRequestSchema } from "./request.ts";

const buildDeps = (): DecideDeps => {
  const base = withWorkflow(common());
  const { dynamo, env, profile } = base;
  const rawMail = readRawMail(new S3Client({ forcePathStyle: true }), env.rawBucket);
  const attachment = attachmentReader(new LambdaClient(), env.attachmentReaderArn);
  const read = async ({ mailId, receipt, receivedAt }: LedgerEntry) => {
    const known = sesReceiptSchema.safeParse(receipt);
    const trust = { trust: profile, now: receivedAt };
    const options = known.success ? { ...trust, receipt: known.data } : trust;
    return readWithDocuments(await rawMail(mailId), options, attachment(mailId));
  };
  return { ...base, ledger: ledger(dynamo, env.tables), read };
};

// As in ingest: the thread that reads the mail again starts while the function does.
warmUp().catch(() => undefined);

export const handler = task(decisionRequestSchema, buildDeps, async (request, deps) => {
  const decided = await decideQuarantine(request, deps);
  log.info("decided about", { mailId: request.mailId, outcome: decided.outcome });
  return decided;
});
