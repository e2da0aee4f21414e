import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { attachmentReader } from "../adapters/attachment-reader.ts";
import { ledger, quarantine } from "../adapters/ledger.ts";
import { readRawMail } from "../adapters/raw-mails.ts";
import { alertQuarantine } from "../alert-quarantine/alert-quarantine.ts";
import { sayable } from "../alert-quarantine/sayable.ts";
import { toInstant, toIso } from "../domain/calendar/instant.ts";
import { readWithDocuments, warmUp } from "../parse-compact/parse-compact.ts";
import { log } from "../shell/log.ts";
import { count } from "../shell/metrics.ts";
import { queue } from "../shell/queue.ts";
import { common } from "../shell/wiring.ts";
import { mailer } from "../shell/with-mail.ts";
import { withWorkflow } from "../shell/with-workflow.ts";
import { announcementSchema } from "./announcement.ts";
import { type IngestDeps, ingestCompact, type ReceivedMail } from "./ingest-compact.ts";

const buildDeps = (): IngestDeps => {
  const base = withWorkflow(common());
  const { dynamo, env, profile } = base;
  const { tables } = env;
  const rawMail = readRawMail(new S3Client({ forcePathStyle: true }), env.rawBucket);
  const attachment = attachmentReader(new LambdaClient(), env.attachmentReaderArn);
  const alerts = { ...base, quarantine: quarantine(dynamo, tables), send: mailer(env, profile) };
  const read = async ({ mailId, receipt, receivedAt }: ReceivedMail) => {
    const options = { receipt, trust: profile, now: toIso(receivedAt) };
    return readWithDocuments(await rawMail(mailId), options, attachment(mailId));
  };
  return { ...base, ledger: ledger(dynamo, tables), read, alert: () => alertQuarantine(alerts) };
};

const outcomes = { applied: "Applied", duplicate: "Duplicate", quarantined: "Quarantined" } as const;

// The reading thread starts while the function does: the first mail need not wait for it, and says so where it fails.
warmUp().catch(() => undefined);

export const handler = queue(buildDeps, async (body, deps) => {
  const { mail, receipt } = announcementSchema.parse(body).Message;
  const now = deps.now();
  const receivedAt = Math.min(now, receipt.timestamp ? toInstant(receipt.timestamp) : now);
  const entry = await ingestCompact({ mailId: mail.messageId, receivedAt, receipt }, deps);
  count(outcomes[entry.outcome]);
  log.info("accounted for", {
    mailId: entry.mailId,
    outcome: entry.outcome,
    reasons: sayable(entry.reasons),
  });
});
