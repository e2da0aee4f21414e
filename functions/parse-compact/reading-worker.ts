import { Worker } from "node:worker_threads";
import * as z from "zod";
import { isParseResult } from "../domain/compact/check-result.ts";
import type { ParseResult } from "../domain/compact/types.ts";
import { TransientError } from "../domain/errors.ts";
import type { Reading, ReadOptions } from "./reading.ts";
import { unreadMail } from "./unread-mail.ts";

export type Limits = { baseMs: number; perMegabyteMs: number; startMs: number; heapMb: number };

/** An honest mail takes milliseconds and one of 40 MB seconds; a busy machine may stretch that tenfold, these only a stuck one. */
const usualLimits: Limits = { baseMs: 4_000, perMegabyteMs: 400, startMs: 10_000, heapMb: 300 };

const replySchema = z.object({
  id: z.number(),
  reading: z
    .object({ result: z.custom<ParseResult>(isParseResult), mail: z.looseObject({ digest: z.string() }) })
    .optional(),
  failed: z.boolean().optional(),
});

type Outcome = { reading: Reading } | { reason: "too-slow" | "too-large" | "malformed" };
type Reader = { worker: Worker; ready: Promise<void> };

/** Beside the bundle in a Lambda asset, beside this file when run from source. */
const workerUrl = (): URL =>
  new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.mjs", import.meta.url);

let reader: Reader | undefined;
let lastId = 0;
let turn: Promise<unknown> = Promise.resolve();

const start = (limits: Limits): Reader => {
  const worker = new Worker(workerUrl(), {
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    stdout: false,
    stderr: false,
  });
  const ready = new Promise<void>((resolve, reject) => {
    const failed = (cause?: unknown): void =>
      reject(new TransientError("The mail reader did not start", { cause }));
    const late = setTimeout(failed, limits.startMs).unref();
    worker.once("message", () => {
      clearTimeout(late);
      resolve();
    });
    worker.once("error", failed);
    worker.once("exit", () => failed());
  });
  ready.catch(() => undefined);
  // A worker that dies between mails is replaced by the next one; without a listener it would end the process.
  worker.on("error", () => undefined);
  worker.on("exit", () => {
    if (reader?.worker === worker) reader = undefined;
  });
  worker.unref();
  reader = { worker, ready };
  return reader;
};

const discard = (worker: Worker): void => {
  if (reader?.worker === worker) reader = undefined;
  void worker.terminate();
};

const onceReady = async ({ worker, ready }: Reader): Promise<Worker> => {
  worker.ref();
  await ready.catch((error: unknown) => {
    discard(worker);
    throw error;
  });
  return worker;
};

/** A thread started early may be frozen with its function past the time it had; a fresh one says whether one starts. */
const readyWorker = (limits: Limits): Promise<Worker> =>
  reader ? onceReady(reader).catch(() => onceReady(start(limits))) : onceReady(start(limits));

const ask = async (raw: Uint8Array, options: ReadOptions, limits: Limits): Promise<Outcome> => {
  const worker = await readyWorker(limits);
  lastId += 1;
  const id = lastId;
  const outcome = await new Promise<Outcome>((resolve) => {
    const deadline = setTimeout(
      () => finish({ reason: "too-slow" }),
      limits.baseMs + (raw.byteLength / 1_000_000) * limits.perMegabyteMs,
    );
    const finish = (outcome: Outcome): void => {
      clearTimeout(deadline);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      if ("reason" in outcome) discard(worker);
      else worker.unref();
      resolve(outcome);
    };
    const onMessage = (message: unknown): void => {
      const reply = replySchema.safeParse(message);
      if (reply.success && reply.data.id !== id) return;
      finish(
        reply.success && reply.data.reading
          ? { reading: reply.data.reading as Reading }
          : { reason: "malformed" },
      );
    };
    const onError = (error: { code?: string }): void =>
      finish({ reason: error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "too-large" : "malformed" });
    const onExit = (): void => finish({ reason: "malformed" });
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    // One copy, handed over: the caller keeps its own, and a view into a larger buffer would take all of that along.
    const own = new Uint8Array(raw);
    worker.postMessage({ id, raw: own, options }, [own.buffer]);
  });
  return outcome;
};

/** Reads in a thread of its own that is killed when a mail keeps it too long or makes it too large. One mail at a time. */
export const readInWorker = (
  raw: Uint8Array,
  options: ReadOptions,
  limits: Limits = usualLimits,
): Promise<Reading> => {
  const mine = turn.then(async () => {
    const outcome = await ask(raw, options, limits);
    return "reading" in outcome ? outcome.reading : unreadMail(outcome.reason, raw, options);
  });
  turn = mine.catch(() => undefined);
  return mine;
};

/** Starts the thread before the first mail, so that its start falls into the function's own. */
export const warmUp = async (): Promise<void> => {
  await (reader ?? start(usualLimits)).ready;
};
