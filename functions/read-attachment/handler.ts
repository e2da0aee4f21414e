import { S3Client } from "@aws-sdk/client-s3";
import { readRawMail } from "../adapters/raw-mails.ts";
import { readDocumentApart } from "../reading/document-reader/read-apart.ts";
import { readEnv } from "../shell/env.ts";
import { log } from "../shell/log.ts";
import { task } from "../shell/task.ts";
import { attachmentRequestSchema, type ReadAttachmentDeps, readAttachment } from "./read-attachment.ts";

const buildDeps = (): ReadAttachmentDeps => ({
  rawMail: readRawMail(new S3Client({ forcePathStyle: true }), readEnv().rawBucket),
  readDocument: readDocumentApart,
});

export const handler = task(attachmentRequestSchema, buildDeps, async (request, deps) => {
  const read = await readAttachment(request, deps);
  const outcome = read.kind === "refused" ? read.reason : read.partial ? "partly-read" : "read";
  log.info("opened an attachment", { ...request, outcome });
  return read;
});
