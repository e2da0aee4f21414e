import { GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { inOurWords } from "./vendor-errors.ts";

/** Long enough to follow a link, too short to pass it on. */
const SECONDS = 60;

/** Any name, also one that holds a quote or a line break; old browsers see the letters they know. */
export const asAttachment = (name: string): string => {
  const wellFormed = name.toWellFormed();
  const encoded = encodeURIComponent(wellFormed).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${wellFormed.replaceAll(/[^\w.-]/g, "-")}"; filename*=UTF-8''${encoded}`;
};

/** Files of mails, laid where a browser can fetch them for a minute. The bucket forgets them within days. */
export const shownFiles = (client: S3Client, bucket: string) => {
  const link = (key: string, name: string): Promise<string> => {
    const get = new GetObjectCommand({
      Bucket: bucket,
      Key: key,
      ResponseContentDisposition: asAttachment(name),
      ResponseContentType: "application/octet-stream",
    });
    return inOurWords("signing an address", () => getSignedUrl(client, get, { expiresIn: SECONDS }));
  };
  return {
    raw: (mailId: string): Promise<string> => link(`raw/${mailId}`, `${mailId}.eml`),
    file: async (
      mailId: string,
      digest: string,
      { name, content }: { name: string; content: Uint8Array },
    ) => {
      const Key = `shown/${mailId}/${digest}`;
      const put = new PutObjectCommand({ Bucket: bucket, Key, Body: content });
      await inOurWords("laying out a file", () => client.send(put));
      return link(Key, name);
    },
  };
};
