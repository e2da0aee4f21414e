import { parentPort } from "node:worker_threads";
import { joinBlobs } from "./mail-reader/joined-blob.ts";
import { findFile } from "./mail-reader/parse-mail.ts";
import { readMailHere } from "./read-mail.ts";
import type { ReadOptions } from "./reading.ts";

/** A reading of the mail, or the file in it with this digest. */
export type Wanted = { options: ReadOptions } | { find: string };
export type ReadRequest = Wanted & { raw: Uint8Array };

/** JSON: one string crosses for less than its object would. */
const answerTo = async (request: ReadRequest): Promise<string> => {
  if ("options" in request) return JSON.stringify(await readMailHere(request.raw, request.options));
  const found = await findFile(request.raw, request.find);
  return found ? JSON.stringify({ name: found.name, content: found.content.toString("base64") }) : "";
};

joinBlobs();
parentPort?.on("message", (request: ReadRequest) => {
  answerTo(request).then(
    (answer) => parentPort?.postMessage(answer),
    // Never the error itself: its words may be the mail's.
    () => parentPort?.postMessage(""),
  );
});
parentPort?.postMessage("ready");
