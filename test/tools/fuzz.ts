import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { endWithTheReader } from "../../localstack/tools/broken-pipe.ts";
import { faultOf } from "./fuzz-checks.ts";
import { type FuzzOrder, type FuzzPlace, mailAt, placeAfter, placeIn } from "./fuzz-mails.ts";
import type { FuzzFailure, FuzzWork } from "./fuzz-worker.ts";

/**
 * `npm run fuzz [-- --mails 100000] [--from SEED]`: reads that many damaged mails, a piece for each seed from the one
 * named on, and ends at the first that makes the reader throw, hang, or say something outside its contract.
 * `npm run fuzz -- --replay SEED:NUMBER` reads that one mail again.
 */
const HANGS_AFTER_MS = 10_000;
const LOOKS_EVERY_MS = 1_000;
const SAYS_EVERY_MS = 30_000;
const LARGEST_SEED = 2 ** 30;

const wholeNumber = (text: string, option: string): number => {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0 && value <= LARGEST_SEED) return value;
  throw new RangeError(`--${option} has to be a whole number above 0, not "${text}".`);
};

/** Reads in a thread, so that one mail that never ends can be told from many that take their time. */
const fuzz = (order: FuzzOrder, say: (read: number) => void): Promise<FuzzFailure | undefined> => {
  const progress = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: FuzzWork = { ...order, progress };
  const worker = new Worker(new URL("./fuzz-worker.ts", import.meta.url), { workerData });
  return new Promise((resolve) => {
    let before = { count: -1, at: Date.now() };
    let saidAt = Date.now();
    const looks = setInterval(() => {
      const count = Atomics.load(progress, 0);
      if (count !== before.count) before = { count, at: Date.now() };
      else if (Date.now() - before.at > HANGS_AFTER_MS)
        finish({ place: placeAfter(order, count), says: "hangs" });
      if (Date.now() - saidAt < SAYS_EVERY_MS) return;
      saidAt = Date.now();
      say(count);
    }, LOOKS_EVERY_MS);
    const finish = (failure?: FuzzFailure): void => {
      clearInterval(looks);
      void worker.terminate();
      resolve(failure);
    };
    worker.on("message", finish);
    worker.on("error", ({ name }) =>
      finish({
        place: placeAfter(order, Atomics.load(progress, 0)),
        says: `ends the thread: ${name}`,
      }),
    );
    worker.on("exit", () => finish());
  });
};

const report = ({ place, says }: FuzzFailure): void => {
  const name = `${place.seed}:${place.index}`;
  const file = `.lab/fuzz-${place.seed}-${place.index}.eml`;
  mkdirSync(".lab", { recursive: true });
  writeFileSync(file, mailAt(place) ?? "");
  process.stderr.write(
    `Mail ${name} ${says}\nIt is kept in ${file}; again: npm run fuzz -- --replay ${name}\n`,
  );
  process.exitCode = 1;
};

const replay = async (place: FuzzPlace): Promise<void> => {
  const says = await faultOf(mailAt(place) ?? Buffer.alloc(0));
  if (says) report({ place, says });
  else process.stdout.write(`Mail ${place.seed}:${place.index} is read without fault.\n`);
};

const readAll = async (order: FuzzOrder): Promise<void> => {
  const start = Date.now();
  const sofar = (read: number): string =>
    `${read} of ${order.mails} mails read in ${Math.round((Date.now() - start) / 1_000)} s`;
  const failure = await fuzz(order, (read) => {
    process.stderr.write(`${sofar(read)}; this far again from --from ${placeAfter(order, read).seed}\n`);
  });
  if (failure) return report(failure);
  const { seed, index } = placeAfter(order, order.mails);
  const next = index > 0 ? seed + 1 : seed;
  process.stdout.write(
    `${sofar(order.mails)}, from seed ${order.from}: no crash, no hang, no lost word. Next: --from ${next}\n`,
  );
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { mails: { type: "string" }, from: { type: "string" }, replay: { type: "string" } },
  });
  if (values.replay !== undefined) {
    const place = placeIn(values.replay);
    if (!place)
      throw new RangeError(`--replay has to name a mail as a failure does, "12:7", not "${values.replay}".`);
    return replay(place);
  }
  await readAll({
    mails: wholeNumber(values.mails ?? "100000", "mails"),
    from: wholeNumber(values.from ?? String(1 + Math.floor(Math.random() * LARGEST_SEED)), "from"),
  });
};

endWithTheReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : "fuzz failed"}\n`);
  process.exitCode = 2;
});
