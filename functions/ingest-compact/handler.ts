import { S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { ledger, quarantine } from "../adapters/dynamo/ledger.ts";
import { readRawMail } from "../adapters/raw-mails.ts";
import { shownFiles } from "../adapters/shown-files.ts";
import { alertQuarantine, sayable } from "../core/alert-quarantine/alert-quarantine.ts";
import type { ReceivedMail } from "../core/ports/ledger.ts";
import { toInstant, toIso } from "../domain/calendar/instant.ts";
import { findInWorker, warmUp } from "../reading/parse-compact.ts";
import type { Reading } from "../reading/reading.ts";
import { log } from "../shell/log.ts";
import { count } from "../shell/metrics.ts";
import { queue } from "../shell/queue.ts";
import { queueOr } from "../shell/queue-or.ts";
import { task } from "../shell/task.ts";
import { common } from "../shell/wiring.ts";
import { mailer } from "../shell/with-mail.ts";
import { mailReader } from "../shell/with-reader.ts";
import { withWorkflow } from "../shell/with-workflow.ts";
import { announcementSchema } from "./announcement.ts";
import { type IngestDeps, ingestCompact } from "./ingest-compact.ts";
import { type LinkDeps, type Linked, linkFile, linkRequestSchema } from "./link-file.ts";
import { readRequestSchema, readStoredMail } from "./read-stored-mail.ts";

const buildDeps = (): IngestDeps => {
  const base = withWorkflow(common());
  const { dynamo, env, profile } = base;
  const { tables } = env;
  const alerts = { ...base, quarantine: quarantine(dynamo, tables), send: mailer(env, profile) };
  const reader = mailReader(base);
  const read = (mail: ReceivedMail) => reader({ ...mail, receivedAt: toIso(mail.receivedAt) });
  return { ...base, ledger: ledger(dynamo, tables), read, alert: () => alertQuarantine(alerts) };
};

const outcomes = { applied: "Applied", duplicate: "Duplicate", quarantined: "Quarantined" } as const;

// The reading thread starts while the function does: the first mail need not wait for it, and says so where it fails.
warmUp().catch(() => undefined);

const announced = queue(buildDeps, async (body, deps) => {
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

const askedDeps = () => {
  const base = common();
  const s3 = new S3Client({ forcePathStyle: true });
  const { rawBucket } = base.env;
  const links: LinkDeps = {
    rawMail: readRawMail(s3, rawBucket),
    find: findInWorker,
    shown: shownFiles(s3, rawBucket),
  };
  return { reader: mailReader(base), links };
};

const asked = task(
  z.union([readRequestSchema, linkRequestSchema]),
  askedDeps,
  async (request, { reader, links }): Promise<Reading | Linked> => {
    if ("link" in request) {
      log.info("gave out a file", { mailId: request.link.mailId });
      return linkFile(request.link, links);
    }
    const reading = await readStoredMail(request.read, reader);
    log.info("read again", { mailId: request.read.mailId });
    return reading;
  },
);

export const handler = queueOr(announced, asked);
