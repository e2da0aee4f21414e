import { randomBytes } from "node:crypto";
import { rawPrefix } from "../../../infra/names.ts";
import type { Header } from "./mail-headers.ts";
import { headerOf } from "./mail-headers.ts";

const PASS = { status: "PASS" };

/** An id in the manner of SES's own. */
export const newMailId = (): string =>
  BigInt(`0x${randomBytes(26).toString("hex")}`)
    .toString(36)
    .slice(0, 40);

/** SES leaves headers off past ten kilobytes. */
const MOST_HEADER_CHARACTERS = 10_240;

const fitting = (headers: readonly Header[]): Header[] => {
  let size = 0;
  return headers.filter((h) => {
    size += h.name.length + h.value.length;
    return size <= MOST_HEADER_CHARACTERS;
  });
};

const commonHeaders = (headers: readonly Header[]) => {
  const list = (name: string) => {
    const value = headerOf(headers, name);
    return value === undefined ? {} : { [name]: [value] };
  };
  const one = (name: string, key = name) => {
    const value = headerOf(headers, name);
    return value === undefined ? {} : { [key]: value };
  };
  return {
    ...one("return-path", "returnPath"),
    ...list("from"),
    ...one("date"),
    ...list("to"),
    ...one("message-id", "messageId"),
    ...one("subject"),
  };
};

export type Delivery = {
  mailId: string;
  /** The envelope recipient: the authority's ingest address. */
  recipient: string;
  headers: readonly Header[];
  receipt: Record<string, unknown>;
  bucket: string;
  topicArn: string;
  at: string;
};

const sourceOf = (headers: readonly Header[]): string =>
  /[^\s<>,;:"()]+@[^\s<>,;:"()]+/.exec(headerOf(headers, "from") ?? "")?.[0] ?? "<>";

/** What SES publishes on the topic once its S3 action has put the mail: the verdicts nobody else can give. */
export const receivedNotification = (delivery: Delivery) => {
  const { mailId, recipient, headers, receipt, bucket, topicArn, at } = delivery;
  const kept = fitting(headers);
  return {
    notificationType: "Received",
    mail: {
      timestamp: at,
      source: sourceOf(headers),
      messageId: mailId,
      destination: [recipient],
      headersTruncated: kept.length < headers.length,
      headers: kept,
      commonHeaders: commonHeaders(kept),
    },
    receipt: {
      timestamp: at,
      processingTimeMillis: 412,
      recipients: [recipient],
      spamVerdict: PASS,
      virusVerdict: PASS,
      spfVerdict: PASS,
      dkimVerdict: PASS,
      dmarcVerdict: PASS,
      ...receipt,
      action: {
        type: "S3",
        topicArn,
        bucketName: bucket,
        objectKeyPrefix: rawPrefix,
        objectKey: `${rawPrefix}${mailId}`,
      },
    },
  };
};
