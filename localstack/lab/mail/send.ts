import { PutObjectCommand } from "@aws-sdk/client-s3";
import { PublishCommand } from "@aws-sdk/client-sns";
import { rawPrefix } from "../../../infra/names.ts";
import { labNow } from "../episode/clock.ts";
import { badArgument } from "../errors.ts";
import { authorityProfile } from "../stack/authority-profile.ts";
import type { Clients } from "../stack/clients.ts";
import { chooseAuthority, type Deployed } from "../stack/stacks.ts";
import { exactIso } from "../times.ts";
import { type Header, headerOf, readHeaders, recipientsIn } from "./mail-headers.ts";
import { newMailId, receivedNotification } from "./notification.ts";

export type Sent = { mailId: string; deployed: Deployed };

/** Who a mail is for: the authority asked for, else the one whose address it was sent to. */
export const addressee = (
  deployed: readonly Deployed[],
  headers: readonly Header[],
  wanted?: string,
): Deployed => {
  if (wanted !== undefined || deployed.length < 2) return chooseAuthority(deployed, wanted);
  const recipients = recipientsIn(headers);
  const [one, ...others] = deployed.filter(({ authority }) =>
    recipients.includes(authorityProfile(authority).mail.ingest.toLowerCase()),
  );
  return one && others.length === 0 ? one : chooseAuthority(deployed, wanted);
};

/** When the mail says it was sent. */
export const dateOf = (raw: Uint8Array): number => {
  const at = Date.parse(headerOf(readHeaders(raw), "date") ?? "");
  if (Number.isNaN(at)) throw badArgument("The mail has no Date to move the clock to.");
  return at;
};

/** Delivers as SES does: the object first, then the notification with its verdicts. */
export const deliver = async (
  endpoint: string,
  { s3, sns }: Clients,
  to: Deployed,
  mail: { raw: Uint8Array; receipt?: Record<string, unknown> | undefined },
): Promise<string> => {
  const { RawBucketName: bucket, ReceiptTopicArn: topicArn } = to.outputs;
  const mailId = newMailId();
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `${rawPrefix}${mailId}`, Body: mail.raw }));
  const notification = receivedNotification({
    mailId,
    recipient: authorityProfile(to.authority).mail.ingest,
    headers: readHeaders(mail.raw),
    receipt: mail.receipt ?? {},
    bucket,
    topicArn,
    at: exactIso(await labNow(endpoint)),
  });
  await sns.send(
    new PublishCommand({
      TopicArn: topicArn,
      Subject: "Amazon SES Email Receipt Notification",
      Message: JSON.stringify(notification),
    }),
  );
  return mailId;
};
