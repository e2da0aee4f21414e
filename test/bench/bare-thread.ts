import { parentPort, Worker } from "node:worker_threads";
import { simpleParser } from "mailparser";

/** Bare `simpleParser` behind the same kind of warm thread as the reader: what a thread costs falls on both alike. */
export const bareThread = (): ((raw: Uint8Array) => Promise<unknown>) => {
  const worker = new Worker(new URL(import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 300 } });
  let answer: (text: unknown) => void = () => undefined;
  worker.on("message", (text) => answer(text));
  worker.unref();
  return (raw) =>
    new Promise((resolve) => {
      answer = resolve;
      worker.ref();
      const own = new Uint8Array(raw);
      worker.postMessage(own, [own.buffer]);
    }).finally(() => worker.unref());
};

parentPort?.on("message", async (raw: Uint8Array) => {
  const { text, subject, from } = await simpleParser(Buffer.from(raw.buffer));
  parentPort?.postMessage(JSON.stringify({ text, subject, from: from?.text }));
});
