import { findFile } from "../mail-reader/parse-mail.ts";
import { readDocumentHere } from "./read-document.ts";

export type DocumentRequest = { raw: Uint8Array; digest: string };

process.once("message", async ({ raw, digest }: DocumentRequest) => {
  // Up to here a failure is the deployment's, from here on the file's.
  process.send?.({ kind: "started" });
  const file = await findFile(raw, digest);
  process.send?.(file ? await readDocumentHere(file.content) : { kind: "not-there" });
});
