import { Worker } from "node:worker_threads";
import * as z from "zod";
import { TransientError } from "../domain/errors.ts";
import { isParseResult } from "./compact/check-result.ts";
import type { Reading, ReadOptions } from "./reading.ts";
import { unreadMail } from "./unread-mail.ts";
import type { Wanted } from "./worker.ts";

export type Limits = { baseMs: number; perMegabyteMs: number; startMs: number; heapMb: number };

/**
 * An honest mail takes milliseconds and one of 40 MB a second; a busy machine may stretch that fivefold, these only a
 * stuck one. A mail with files is read twice, with the reader of files between, all within the function's own time.
 */
export const usualLimits: Limits = { baseMs: 3_000, perMegabyteMs: 50, startMs: 5_000, heapMb: 300 };

/** Where no function's own time runs out: a start takes as long as the machine is busy, whatever the mail. */
export const unhurried: Limits = { ...usualLimits, startMs: 120_000 };

type Ended = { reason: "too-slow" | "too-large" | "malformed" };
type Outcome = { reading: Reading } | Ended;
/** What the thread says, or what became of it. */
type Answer = { said: unknown } | Ended;
type Reader = {
  worker: Worker;
  ready: Promise<void>;
  /** Whoever waits for the mail it reads now. */
  answer?: ((answer: Answer) => void) | undefined;
};

/** Beside the bundle in a Lambda asset, beside this file when run from source. */
const workerUrl = (): URL =>
  new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.mjs", import.meta.url);

let reader: Reader | undefined;
let turn: Promise<unknown> = Promise.resolve();

/** The answer is JSON: one string crosses for less than its object would. An empty one says that reading failed. */
const outcomeOf = (answer: unknown): Outcome => {
  const reading = typeof answer === "string" && answer !== "" ? (JSON.parse(answer) as Reading) : undefined;
  return reading && isParseResult(reading.result) && typeof reading.mail.digest === "string"
    ? { reading }
    : { reason: "malformed" };
};

const start = (limits: Limits): Reader => {
  const worker = new Worker(workerUrl(), {
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    stdout: false,
    stderr: false,
  });
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  const started: Reader = { worker, ready };
  const failed = (cause?: unknown): void =>
    reject(new TransientError("The mail reader did not start", { cause }));
  const late = setTimeout(failed, limits.startMs).unref();
  worker.once("message", () => {
    clearTimeout(late);
    resolve();
    worker.on("message", (answer: unknown) => started.answer?.({ said: answer }));
  });
  // A worker that dies between mails is replaced by the next one; without a listener it would end the process.
  worker.on("error", (error: { code?: string }) => {
    failed(error);
    started.answer?.({ reason: error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "too-large" : "malformed" });
  });
  worker.on("exit", () => {
    if (reader === started) reader = undefined;
    failed();
    started.answer?.({ reason: "malformed" });
  });
  ready.catch(() => undefined);
  worker.unref();
  reader = started;
  return started;
};

const discard = (gone: Reader): void => {
  if (reader === gone) reader = undefined;
  void gone.worker.terminate();
};

const onceReady = async (started: Reader): Promise<Reader> => {
  started.worker.ref();
  await started.ready.catch((error: unknown) => {
    discard(started);
    throw error;
  });
  return started;
};

/** A thread started early may be frozen with its function past the time it had; a fresh one says whether one starts. */
const readyReader = (limits: Limits): Promise<Reader> =>
  reader ? onceReady(reader).catch(() => onceReady(start(limits))) : onceReady(start(limits));

const ask = async (raw: Uint8Array, wanted: Wanted, limits: Limits): Promise<Answer> => {
  const asked = await readyReader(limits);
  return new Promise<Answer>((resolve) => {
    const deadline = setTimeout(
      () => asked.answer?.({ reason: "too-slow" }),
      limits.baseMs + (raw.byteLength / 1_000_000) * limits.perMegabyteMs,
    );
    asked.answer = (answer) => {
      asked.answer = undefined;
      clearTimeout(deadline);
      if ("reason" in answer) discard(asked);
      else asked.worker.unref();
      resolve(answer);
    };
    // One copy, handed over: the caller keeps its own, and a view into a larger buffer would take all of that along.
    const own = new Uint8Array(raw);
    asked.worker.postMessage({ raw: own, ...wanted }, [own.buffer]);
  });
};

/** One mail at a time. */
const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
  const mine = turn.then(task);
  turn = mine.catch(() => undefined);
  return mine;
};

/** Reads in a thread of its own that is killed when a mail keeps it too long or makes it too large. */
export const readInWorker = (
  raw: Uint8Array,
  options: ReadOptions,
  limits: Limits = usualLimits,
): Promise<Reading> =>
  inTurn(async () => {
    const answer = await ask(raw, { options }, limits);
    const outcome = "said" in answer ? outcomeOf(answer.said) : answer;
    return "reading" in outcome ? outcome.reading : unreadMail(outcome.reason, raw, options);
  });

export type FileInMail = { name: string; content: Buffer };

const fileSchema = z.object({ name: z.string(), content: z.base64() });

/** The file with this digest in the mail, found in the same thread; nothing where there is none, or it can't be got at. */
export const findInWorker = (
  raw: Uint8Array,
  find: string,
  limits: Limits = usualLimits,
): Promise<FileInMail | undefined> =>
  inTurn(async () => {
    const answer = await ask(raw, { find }, limits);
    const text = "said" in answer && typeof answer.said === "string" ? answer.said : "";
    const file = fileSchema.safeParse(text === "" ? undefined : JSON.parse(text));
    return file.success
      ? { name: file.data.name, content: Buffer.from(file.data.content, "base64") }
      : undefined;
  });

/** Starts the thread before the first mail, so that its start falls into the function's own. */
export const warmUp = async (): Promise<void> => {
  await (reader ?? start(usualLimits)).ready;
};
