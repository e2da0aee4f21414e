import { parentPort } from "node:worker_threads";
import { readMailHere } from "./read-mail.ts";
import type { ReadOptions } from "./reading.ts";

export type ReadRequest = { raw: Uint8Array; options: ReadOptions };

parentPort?.on("message", ({ raw, options }: ReadRequest) => {
  readMailHere(raw, options).then(
    (reading) => parentPort?.postMessage(JSON.stringify(reading)),
    // Never the error itself: its words may be the mail's.
    () => parentPort?.postMessage(""),
  );
});
parentPort?.postMessage("ready");
