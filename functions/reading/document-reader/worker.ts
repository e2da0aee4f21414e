import { findAttachment } from "../mail-reader/find-attachment.ts";
import { readDocumentHere } from "./read-document.ts";

export type DocumentRequest = { raw: Uint8Array; digest: string };

process.once("message", async ({ raw, digest }: DocumentRequest) => {
  // Up to here a failure is the deployment's, from here on the file's.
  process.send?.({ kind: "started" });
  const file = await findAttachment(raw, digest);
  process.send?.(file ? await readDocumentHere(file) : { kind: "not-there" });
});
