import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { readRawMail } from "../adapters/raw-mails.ts";
import type { StoredMail } from "../core/ports/ledger.ts";
import { readWithDocuments } from "../reading/parse-compact.ts";
import type { Reading } from "../reading/reading.ts";
import { attachmentReader } from "./attachment-reader.ts";
import type { common } from "./wiring.ts";

/** Reads a mail in the bucket, with the Word and PDF files attached to it. */
export const mailReader = ({ env, profile }: Pick<ReturnType<typeof common>, "env" | "profile">) => {
  const rawMail = readRawMail(new S3Client({ forcePathStyle: true }), env.rawBucket);
  const attachment = attachmentReader(new LambdaClient(), env.attachmentReaderArn);
  return async ({ mailId, receipt, receivedAt, shows }: StoredMail): Promise<Reading> => {
    const options = {
      ...(receipt ? { receipt } : {}),
      ...(shows ? { shows } : {}),
      trust: profile,
      now: receivedAt,
    };
    return readWithDocuments(await rawMail(mailId), options, attachment(mailId));
  };
};
