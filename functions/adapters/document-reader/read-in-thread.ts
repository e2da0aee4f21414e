import { Worker } from "node:worker_threads";
import { type DocumentText, documentTextSchema } from "../../domain/compact/document-text.ts";
import { PermanentError, TransientError } from "../../domain/errors.ts";
import type { DocumentRequest } from "./worker.ts";

export type Limits = { timeMs: number; heapMb: number; memoryMb: number };

/** An honest file takes a second with the start of its thread; a busy machine may stretch that. */
const usualLimits: Limits = { timeMs: 12_000, heapMb: 300, memoryMb: 500 };

const lookEveryMs = 20;

/** Beside the bundle in a Lambda asset, beside this file when run from source. */
const workerUrl = (): URL =>
  new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.mjs", import.meta.url);

const megabytesInUse = (): number => process.memoryUsage.rss() / 1_000_000;

const refused = (reason: "too-slow" | "too-large" | "damaged"): DocumentText => ({ kind: "refused", reason });

/** What the thread says, or what became of it. */
const outcomeOf = (worker: Worker): Promise<DocumentText> =>
  new Promise((resolve, reject) => {
    let started = false;
    const ended = (reason: "too-large" | "damaged"): void =>
      started
        ? resolve(refused(reason))
        : reject(new TransientError("the reader of documents did not start"));
    worker.on("message", (message: { kind: string }) => {
      const read = documentTextSchema.safeParse(message);
      if (read.success) resolve(read.data);
      else if (message.kind === "started") started = true;
      else reject(new PermanentError("the mail holds no such document"));
    });
    worker.once("error", ({ code }: { code?: string }) =>
      ended(code === "ERR_WORKER_OUT_OF_MEMORY" ? "too-large" : "damaged"),
    );
    worker.once("exit", () => ended("damaged"));
  });

/** Answers for a thread that takes too long or grows too large. */
const watch = ({ timeMs, memoryMb }: Limits): { overdue: Promise<DocumentText>; stop: () => void } => {
  const { promise: overdue, resolve } = Promise.withResolvers<DocumentText>();
  const before = megabytesInUse();
  const late = setTimeout(() => resolve(refused("too-slow")), timeMs);
  // A thread's own limit counts objects; what is unpacked lies outside of it.
  const look = setInterval(() => {
    if (megabytesInUse() - before > memoryMb) resolve(refused("too-large"));
  }, lookEveryMs);
  const stop = (): void => {
    clearTimeout(late);
    clearInterval(look);
  };
  return { overdue, stop };
};

/**
 * Reads the document with this digest in a raw mail, in a thread of its own that is killed when it takes too long or
 * grows too large. What a file does to its reader is an answer; only what is not the file's doing throws.
 */
export const readDocumentInThread = async (
  raw: Uint8Array,
  digest: string,
  limits: Limits = usualLimits,
): Promise<DocumentText> => {
  const workerData: DocumentRequest = { raw, digest };
  // Its output is dropped: a library's warning may quote the document.
  const worker = new Worker(workerUrl(), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    stdout: true,
    stderr: true,
  });
  const { overdue, stop } = watch(limits);
  try {
    return await Promise.race([outcomeOf(worker), overdue]);
  } finally {
    stop();
    void worker.terminate();
  }
};
