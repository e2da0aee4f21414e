import { hash } from "node:crypto";
import { MailParser } from "mailparser";
import { handlingOf } from "./attachments.ts";
import { deepestMail, parserOptions } from "./parse-mail.ts";

type File = { name: string; content: Buffer; isMail: boolean };

const filesOf = (raw: Uint8Array): Promise<File[]> =>
  new Promise((resolve) => {
    const files: File[] = [];
    const parser = new MailParser(parserOptions);
    parser.on("data", (data) => {
      if (data.type === "text") return;
      const contentType = data.contentType.toLowerCase();
      const part = { name: data.filename ?? "", contentType, disposition: "", related: false };
      const chunks: Buffer[] = [];
      data.content.on("data", (chunk: Buffer) => chunks.push(chunk));
      data.content.on("end", () => {
        const isMail = handlingOf(part) === "mail";
        const name = part.name || (isMail ? "message.eml" : "unnamed");
        files.push({ name, content: Buffer.concat(chunks), isMail });
        data.release?.();
      });
    });
    parser.on("error", () => resolve(files));
    parser.on("end", () => resolve(files));
    parser.end(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  });

/** The file in a mail, or in a mail attached to it, whose SHA-256 digest is this one. */
export const findFile = async (raw: Uint8Array, digest: string, depth = 0): Promise<File | undefined> => {
  const files = await filesOf(raw);
  const found = files.find(({ content }) => hash("sha256", content) === digest);
  if (found || depth >= deepestMail) return found;
  for (const { content, isMail } of files) {
    const inside = isMail ? await findFile(content, digest, depth + 1) : undefined;
    if (inside) return inside;
  }
  return undefined;
};

export const findAttachment = async (raw: Uint8Array, digest: string): Promise<Buffer | undefined> =>
  (await findFile(raw, digest))?.content;
