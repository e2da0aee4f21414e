import { parentPort, workerData } from "node:worker_threads";
import { faultOf } from "./fuzz-checks.ts";
import { type FuzzOrder, type FuzzPlace, pieces } from "./fuzz-mails.ts";

export type FuzzWork = FuzzOrder & { progress: Int32Array };
export type FuzzFailure = { place: FuzzPlace; says: string };

const run = async ({ progress, ...order }: FuzzWork): Promise<FuzzFailure | undefined> => {
  for (const { seed, raws } of pieces(order))
    for (const [index, raw] of raws.entries()) {
      const says = await faultOf(raw);
      if (says !== undefined) return { place: { seed, index }, says };
      Atomics.add(progress, 0, 1);
    }
  return undefined;
};

// An answer only for a failure: a thread that ends without one has read them all.
const failure = await run(workerData as FuzzWork);
if (failure) parentPort?.postMessage(failure);
