import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteItemCommand, paginateScan } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { describe, expect, it } from "vitest";
import { rawPrefix } from "../../infra/names.ts";
import { accounted } from "../../localstack/lab/mail/accounted.ts";
import { readHeaders } from "../../localstack/lab/mail/mail-headers.ts";
import { newMailId, receivedNotification } from "../../localstack/lab/mail/notification.ts";
import { exactIso } from "../../localstack/lab/times.ts";
import { leave } from "../../localstack/tools/recover/leave.ts";
import { redrive } from "../../localstack/tools/recover/redrive.ts";
import { rebuildRows } from "../../localstack/tools/recover/rows.ts";
import { foundMail, missingMail } from "./support/compact-mail.ts";
import { hoursFrom, isBy, LEICESTERSHIRE, lab, mailsAbout } from "./support/lab.ts";

const LOST = "MP/26/500001";
const DEAD = "MP/26/500002";

/** Everything of the episodes' table but what deploys put there: rows, the child's links, claims, tokens. */
const loseRows = async (): Promise<number> => {
  const { tables } = await lab.chosen(LEICESTERSHIRE);
  let lost = 0;
  const all = { TableName: tables.episodes, ProjectionExpression: "pk" };
  for await (const page of paginateScan({ client: lab.clients.dynamo }, all))
    for (const { pk } of page.Items ?? []) {
      if (!pk || pk.S?.startsWith("profile#")) continue;
      await lab.clients.dynamo.send(new DeleteItemCommand({ TableName: tables.episodes, Key: { pk } }));
      lost += 1;
    }
  return lost;
};

export const recovery = (): void => {
  describe("after an accident", () => {
    it("LEI-04: the rows made anew of the events are what they were, and the next rung goes out once", async () => {
      const now = await lab.now();
      const at = Math.floor(hoursFrom(now, -1) / 60_000) * 60_000;
      const facts = { reference: LOST, surname: "PLOVER" };
      const authority = LEICESTERSHIRE;
      const raw = missingMail({ ...facts, at: hoursFrom(at, -9), sentAt: hoursFrom(at, -8) });
      await lab.sendAndWait({ raw, authority });
      await lab.sendAndWait({ raw: foundMail({ ...facts, at, sentAt: now }), authority });
      const before = await lab.episode(LOST, authority);
      const sent = (await mailsAbout(LOST)).length;
      expect(await loseRows()).toBeGreaterThan(0);
      await expect(lab.episode(LOST, authority)).rejects.toThrow(/No episode is known/);
      const done = await rebuildRows(lab.clients, await lab.chosen(authority));
      expect(done).toMatchObject({ broken: [], failed: [] });
      await lab.settle();
      expect(await lab.episode(LOST, authority)).toEqual(before);
      expect(await mailsAbout(LOST)).toHaveLength(sent);
      await lab.advanceTo(hoursFrom(at, 48.1));
      const reminders = (await mailsAbout(LOST)).slice(sent).filter(isBy("LEI-04"));
      expect(reminders).toHaveLength(1);
    });

    it("a mail of the dead letters is applied when they are redriven", async () => {
      const { outputs } = await lab.chosen(LEICESTERSHIRE);
      const now = await lab.now();
      const mailId = newMailId();
      const raw = missingMail({
        reference: DEAD,
        surname: "SISKIN",
        at: hoursFrom(now, -3),
        sentAt: hoursFrom(now, -2),
      });
      const { RawBucketName: bucket, ReceiptTopicArn: topicArn } = outputs;
      await lab.clients.s3.send(
        new PutObjectCommand({ Bucket: bucket, Key: `${rawPrefix}${mailId}`, Body: raw }),
      );
      const Message = receivedNotification({
        mailId,
        recipient: "missing@in.leicestershire.example",
        headers: readHeaders(raw),
        receipt: {},
        bucket,
        topicArn,
        at: exactIso(now),
      });
      const MessageBody = JSON.stringify({ Type: "Notification", Message: JSON.stringify(Message) });
      const QueueUrl = outputs.IngestDeadLetterQueueUrl;
      await lab.clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
      const deployed = await lab.chosen(LEICESTERSHIRE);
      expect(await redrive(lab.clients, deployed)).toEqual({ messages: 1 });
      expect(await accounted(mailId, lab.clients, deployed)).toMatchObject({
        outcome: "applied",
        episodes: [DEAD],
      });
      await lab.settle();
      expect(await redrive(lab.clients, deployed)).toEqual({ messages: 0 });
    });

    it("the whole record is copied into plain files, each of which is what the list says", async () => {
      const to = join(mkdtempSync(join(tmpdir(), "record-")), "copy");
      const deployed = await lab.chosen(LEICESTERSHIRE);
      const { mails, rows } = await leave(to, lab.clients, deployed);
      expect(mails).toBeGreaterThan(0);
      const listed = readFileSync(join(to, "SHA256SUMS"), "utf8").trim().split("\n");
      expect(listed).toHaveLength(mails + Object.keys(rows).length);
      for (const line of listed) {
        const [sha256, file = ""] = line.split("  ");
        expect(
          createHash("sha256")
            .update(readFileSync(join(to, file)))
            .digest("hex"),
        ).toBe(sha256);
      }
      const events = readFileSync(join(to, "events.jsonl"), "utf8").trim().split("\n");
      expect(events).toHaveLength(rows.events ?? 0);
      expect(events.some((line) => JSON.parse(line).body.event.kind === "compact")).toBe(true);
      await expect(leave(to, lab.clients, deployed)).rejects.toThrow(/is not empty/);
    });
  });
};
