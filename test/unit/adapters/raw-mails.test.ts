import { Readable } from "node:stream";
import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { describe, expect, it } from "vitest";
import { listRawMails, rawMailsAfter, readRawMail } from "../../../functions/adapters/raw-mails.ts";
import { TransientError } from "../../../functions/domain/errors.ts";
import { failure } from "./dynamo.ts";

const aBucket = () => {
  const client = new S3Client({ region: "eu-west-2" });
  return { client, mock: mockClient(client) };
};

const listed = async (client: S3Client) => {
  const mails: unknown[] = [];
  for await (const mail of listRawMails(client, "raw-mail")()) mails.push(mail);
  return mails;
};

describe("the raw mails", () => {
  it("are listed over all pages, by id; the folder itself is none", async () => {
    const { client, mock } = aBucket();
    mock
      .on(ListObjectsV2Command)
      .resolvesOnce({
        Contents: [{ Key: "raw/" }, { Key: "raw/mail-1" }],
        IsTruncated: true,
        NextContinuationToken: "next",
      })
      .resolves({ Contents: [{ Key: "raw/mail-2" }] });
    expect(await listed(client)).toEqual([{ mailId: "mail-1" }, { mailId: "mail-2" }]);
    const inputs = mock.commandCalls(ListObjectsV2Command).map((c) => c.args[0].input);
    expect(inputs).toMatchObject([{ Bucket: "raw-mail", Prefix: "raw/" }, { ContinuationToken: "next" }]);
  });

  it("are listed a page at a time too, after the last one seen", async () => {
    const { client, mock } = aBucket();
    mock
      .on(ListObjectsV2Command)
      .resolvesOnce({ Contents: [{ Key: "raw/mail-1" }], IsTruncated: true })
      .resolves({ Contents: [] });
    const pageAfter = rawMailsAfter(client, "raw-mail");
    expect(await pageAfter()).toEqual({ mailIds: ["mail-1"], more: true });
    expect(await pageAfter("mail-1")).toEqual({ mailIds: [], more: false });
    const inputs = mock.commandCalls(ListObjectsV2Command).map((c) => c.args[0].input);
    expect(inputs).toMatchObject([
      { Bucket: "raw-mail", Prefix: "raw/", StartAfter: "raw/" },
      { StartAfter: "raw/mail-1" },
    ]);
  });

  it("that cannot be listed now are listed the next time, by name", async () => {
    const { client, mock } = aBucket();
    mock.on(ListObjectsV2Command).rejects(failure("SlowDown"));
    await expect(listed(client)).rejects.toThrow(TransientError);
  });

  it("are read byte for byte", async () => {
    const { client, mock } = aBucket();
    const bytes = Buffer.from([0x46, 0x00, 0xff, 0x0a]);
    const body = Object.assign(Readable.from([bytes]), {
      transformToByteArray: async () => new Uint8Array(bytes),
      transformToString: async () => "",
      transformToWebStream: () => new ReadableStream(),
    });
    mock.on(GetObjectCommand, { Bucket: "raw-mail", Key: "raw/mail-1" }).resolves({ Body: body });
    expect([...(await readRawMail(client, "raw-mail")("mail-1"))]).toEqual([...bytes]);
  });

  it("that are not there yet are tried again", async () => {
    const { client, mock } = aBucket();
    mock.on(GetObjectCommand).rejects(failure("NoSuchKey"));
    await expect(readRawMail(client, "raw-mail")("mail-1")).rejects.toThrow(
      /^reading the raw mail: NoSuchKey$/,
    );
  });
});
