import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PermanentError, TransientError } from "../../domain/errors.ts";
import { type DocumentText, documentTextSchema } from "../compact/document-text.ts";
import type { DocumentRequest } from "./worker.ts";

export type Limits = { startMs: number; timeMs: number; heapMb: number; memoryMb: number };

/** An honest file takes a tenth of a second. All of it fits into the function's own time and memory. */
export const usualLimits: Limits = { startMs: 4_000, timeMs: 3_000, heapMb: 300, memoryMb: 600 };

/** Where no function's own time runs out: a start takes as long as the machine is busy, whatever the file. */
export const unhurried: Limits = { ...usualLimits, startMs: 120_000 };

const lookEveryMs = 20;
const PAGE_BYTES = 4_096;

/** Beside the bundle in a Lambda asset, beside this file when run from source. */
const workerPath = (): string =>
  fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.mjs", import.meta.url));

/** A process of its own: V8 may end the whole process over memory, which would take a thread's owner along. */
const start = ({ heapMb }: Limits, libraries = process.env.LD_LIBRARY_PATH): ChildProcess =>
  fork(workerPath(), [], {
    // Whoever takes it over finds no credentials, may write no file and start no program. Lambda's Node needs the path.
    env: libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries },
    execArgv: [`--max-old-space-size=${heapMb}`, "--permission", "--allow-fs-read=*"],
    serialization: "advanced",
    // A library's warning may quote the document.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });

/** What it holds in memory, as Linux counts it; elsewhere its heap's limit stands alone. */
const megabytesOf = ({ pid }: ChildProcess): number => {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1]) * PAGE_BYTES) / 1_000_000;
  } catch {
    return 0;
  }
};

const refused = (reason: "too-slow" | "too-large" | "damaged"): DocumentText => ({ kind: "refused", reason });

/** What the process says, or what became of it. Its time counts from its start, which a busy machine may put off. */
const outcomeOf = (child: ChildProcess, { startMs, timeMs, memoryMb }: Limits): Promise<DocumentText> => {
  const { promise, resolve, reject } = Promise.withResolvers<DocumentText>();
  const notStarted = (cause?: unknown): void =>
    reject(new TransientError("the reader of documents did not start", { cause }));
  let late = setTimeout(notStarted, startMs);
  let started = false;
  // The heap's limit counts objects; what is unpacked lies outside of it.
  const look = setInterval(() => {
    if (megabytesOf(child) > memoryMb) resolve(refused("too-large"));
  }, lookEveryMs);
  child.on("message", (message: { kind: string }) => {
    const read = documentTextSchema.safeParse(message);
    if (read.success) resolve(read.data);
    else if (message.kind !== "started") reject(new PermanentError("the mail holds no such document"));
    else {
      started = true;
      clearTimeout(late);
      late = setTimeout(() => resolve(refused("too-slow")), timeMs);
    }
  });
  child.once("error", notStarted);
  // V8 ends its process by a signal where memory runs out.
  child.once("exit", (code) =>
    started ? resolve(refused(code === null ? "too-large" : "damaged")) : notStarted(),
  );
  return promise.finally(() => {
    clearTimeout(late);
    clearInterval(look);
  });
};

/**
 * Reads the document with this digest in a raw mail, in a process of its own that is killed when it takes too long or
 * grows too large. What a file does to its reader is an answer; only what is not the file's doing throws.
 */
export const readDocumentApart = async (
  raw: Uint8Array,
  digest: string,
  limits: Limits = usualLimits,
): Promise<DocumentText> => {
  const child = start(limits);
  const request: DocumentRequest = { raw, digest };
  // One that ends before it has heard all says so by its end.
  child.send(request, () => undefined);
  try {
    return await outcomeOf(child, limits);
  } finally {
    child.kill("SIGKILL");
  }
};
