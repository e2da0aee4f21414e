import { createHash } from "node:crypto";
import type { AttachmentStream, Headers } from "mailparser";
import type { AttachedFile } from "../compact/document.ts";
import { type DocumentTexts, mostDocumentBytes } from "../compact/document-text.ts";
import { type Handling, handlingOf, isLockedZip } from "./attachments.ts";
import { longestText } from "./bounds.ts";

export type File = {
  name: string;
  contentType: string;
  charset: string | undefined;
  handling: Handling;
  content: Buffer;
  size: number;
  hash: string;
};

const kept: Partial<Record<Handling, number>> = {
  mail: Number.POSITIVE_INFINITY,
  zip: 64,
  text: longestText + 1,
  html: longestText + 1,
};

const charsetOf = (headers: Headers): string | undefined => {
  const type = headers.get("content-type");
  const charset =
    typeof type === "object" && "params" in type && new Map(Object.entries(type.params)).get("charset");
  return typeof charset === "string" ? charset : undefined;
};

/** Hashes an attachment as it passes; unless it is wanted whole only what can be read is kept. */
export const collect = (data: AttachmentStream, keepsAll: boolean, done: (file: File) => void): void => {
  const contentType = data.contentType.toLowerCase();
  const name = data.filename ?? (contentType === "message/rfc822" ? "message.eml" : "unnamed");
  const handling = handlingOf({
    name,
    contentType,
    disposition: data.contentDisposition ?? "",
    related: data.related ?? false,
  });
  const most = keepsAll ? Number.POSITIVE_INFINITY : (kept[handling] ?? 0);
  const hash = createHash("sha256");
  const chunks: Buffer[] = [];
  let size = 0;
  data.content.on("data", (chunk: Buffer) => {
    hash.update(chunk);
    if (size < most) chunks.push(chunk.subarray(0, most - size));
    size += chunk.length;
  });
  data.content.on("end", () => {
    const content = Buffer.concat(chunks);
    done({
      name,
      contentType,
      charset: charsetOf(data.headers),
      handling,
      content,
      size,
      hash: hash.digest("hex"),
    });
    data.release?.();
  });
};

/** What stands against a DOCX or PDF file: nobody has read it yet, or it can't be read, or not all of it. */
const documentFault = ({ name, size, hash }: File, documents: DocumentTexts): AttachedFile[] => {
  if (size > mostDocumentBytes) return [{ name, content: "unreadable" }];
  const read = documents[hash];
  if (!read) return [{ name, content: "unreadable", document: hash }];
  if (read.kind === "refused")
    return [{ name, content: read.reason === "encrypted" ? "encrypted" : "unreadable" }];
  return read.partial ? [{ name, content: "unreadable" }] : [];
};

/** The files that nobody could look into, or only in part. */
export const attachedFiles = (files: readonly File[], documents: DocumentTexts): AttachedFile[] =>
  files.flatMap((file): AttachedFile[] => {
    const { name, handling, content } = file;
    if (handling === "document") return documentFault(file, documents);
    if (handling === "encrypted" || (handling === "zip" && isLockedZip(content)))
      return [{ name, content: "encrypted" }];
    return handling === "unreadable" || handling === "zip" ? [{ name, content: "unreadable" }] : [];
  });
