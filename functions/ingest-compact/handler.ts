import { ledger, quarantine } from "../adapters/dynamo/ledger.ts";
import { alertQuarantine, sayable } from "../core/alert-quarantine/alert-quarantine.ts";
import type { ReceivedMail } from "../core/ports/ledger.ts";
import { toInstant, toIso } from "../domain/calendar/instant.ts";
import { warmUp } from "../reading/parse-compact.ts";
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

const asked = task(
  readRequestSchema,
  () => mailReader(common()),
  async ({ read: mail }, reader) => {
    const reading = await readStoredMail(mail, reader);
    log.info("read again", { mailId: mail.mailId });
    return reading;
  },
);

export const handler = queueOr(announced, asked);
