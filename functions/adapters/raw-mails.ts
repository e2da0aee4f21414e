import {
  GetObjectCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { RawMail } from "../core/ports/raw-mails.ts";
import { inOurWords, translated } from "./vendor-errors.ts";

const PREFIX = "raw/";

export const readRawMail =
  (client: S3Client, bucket: string) =>
  async (mailId: string): Promise<Uint8Array> => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: `${PREFIX}${mailId}` }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (cause) {
      throw translated("reading the raw mail", cause);
    }
  };

export const listRawMails = (client: S3Client, bucket: string) =>
  async function* (): AsyncIterable<RawMail> {
    const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: PREFIX });
    for (;;) {
      const { value: page, done } = await inOurWords("listing the raw mails", () => pages.next());
      if (done) return;
      for (const { Key = "" } of page?.Contents ?? [])
        if (Key.length > PREFIX.length) yield { mailId: Key.slice(PREFIX.length) };
    }
  };

/** The next thousand at most, in the order of their ids; whether there are more. */
export const rawMailsAfter =
  (client: S3Client, bucket: string) =>
  async (mailId = ""): Promise<{ mailIds: string[]; more: boolean }> => {
    const list = new ListObjectsV2Command({
      Bucket: bucket,
      Prefix: PREFIX,
      StartAfter: `${PREFIX}${mailId}`,
    });
    const { Contents = [], IsTruncated = false } = await inOurWords("listing the raw mails", () =>
      client.send(list),
    );
    return { mailIds: Contents.map(({ Key = "" }) => Key.slice(PREFIX.length)), more: IsTruncated };
  };
