import type { AttachedFile } from "../compact/document.ts";
import { type DocumentTexts, mostDocumentBytes } from "../compact/document-text.ts";
import { isLockedZip } from "./attachments.ts";
import type { File } from "./parse-mail.ts";

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
