import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { endWithTheReader } from "../../localstack/tools/broken-pipe.ts";
import { type FuzzOrder, mailAt } from "./fuzz-mails.ts";
import type { FuzzFailure, FuzzWork } from "./fuzz-worker.ts";

/**
 * `npm run fuzz [-- --mails 100000] [--seed 1]`: reads that many damaged mails and ends at the first that makes
 * the reader throw, hang, lose a word (law 1), or say something outside its contract. The same seed gives the same mails.
 */
const HANGS_AFTER_MS = 10_000;
const LOOKS_EVERY_MS = 1_000;

const positive = (text: string, option: string): number => {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new RangeError(`--${option} has to be a whole number above 0, not "${text}".`);
};

const readOrder = (args: string[]): FuzzOrder => {
  const { values } = parseArgs({ args, options: { mails: { type: "string" }, seed: { type: "string" } } });
  return {
    mails: positive(values.mails ?? "100000", "mails"),
    seed: positive(values.seed ?? String(1 + Math.floor(Math.random() * 2 ** 30)), "seed"),
  };
};

/** Reads in a thread, so that one mail that never ends can be told from many that take their time. */
const fuzz = (order: FuzzOrder): Promise<FuzzFailure | undefined> => {
  const done = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: FuzzWork = { ...order, progress: done };
  const worker = new Worker(new URL("./fuzz-worker.ts", import.meta.url), { workerData });
  return new Promise((resolve) => {
    let before = { count: -1, at: Date.now() };
    const looks = setInterval(() => {
      const count = Atomics.load(done, 0);
      if (count !== before.count) before = { count, at: Date.now() };
      else if (Date.now() - before.at > HANGS_AFTER_MS) finish({ index: count, says: "hangs" });
    }, LOOKS_EVERY_MS);
    const finish = (failure?: FuzzFailure): void => {
      clearInterval(looks);
      void worker.terminate();
      resolve(failure);
    };
    worker.on("message", finish);
    worker.on("error", ({ name }) =>
      finish({ index: Atomics.load(done, 0), says: `ends the thread: ${name}` }),
    );
    worker.on("exit", () => finish());
  });
};

const main = async (): Promise<void> => {
  const order = readOrder(process.argv.slice(2));
  const start = Date.now();
  const failure = await fuzz(order);
  const seconds = Math.round((Date.now() - start) / 1_000);
  if (!failure) {
    process.stdout.write(
      `${order.mails} mails read in ${seconds} s, seed ${order.seed}: no crash, no hang, no lost word.\n`,
    );
    return;
  }
  const file = `.lab/fuzz-${order.seed}-${failure.index}.eml`;
  mkdirSync(".lab", { recursive: true });
  writeFileSync(file, mailAt(order, failure.index) ?? "");
  process.stderr.write(
    `Mail ${failure.index} of seed ${order.seed} ${failure.says}. It is kept in ${file}.\n`,
  );
  process.exitCode = 1;
};

endWithTheReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : "fuzz failed"}\n`);
  process.exitCode = 2;
});
