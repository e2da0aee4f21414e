import { parentPort } from "node:worker_threads";
import { readMailHere } from "./read-mail.ts";
import type { ReadOptions } from "./reading.ts";

export type ReadRequest = { id: number; raw: Uint8Array; options: ReadOptions };

parentPort?.on("message", ({ id, raw, options }: ReadRequest) => {
  readMailHere(raw, options).then(
    (reading) => parentPort?.postMessage({ id, reading }),
    // Never the error itself: its words may be the mail's.
    () => parentPort?.postMessage({ id, failed: true }),
  );
});
parentPort?.postMessage({ ready: true });
