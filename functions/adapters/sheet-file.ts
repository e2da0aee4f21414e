import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { inOurWords } from "./vendor-errors.ts";

/** One name, so that nobody has to look for the newest; earlier ones are its versions. */
export const SHEET = "sheet/everything-open.html";

export const sheetFile =
  (client: S3Client, bucket: string) =>
  async (page: string): Promise<void> => {
    const ContentType = "text/html; charset=utf-8";
    const put = new PutObjectCommand({ Bucket: bucket, Key: SHEET, Body: page, ContentType });
    await inOurWords("keeping the sheet", () => client.send(put));
  };
