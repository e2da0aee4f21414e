import { parentPort, workerData } from "node:worker_threads";
import { parseResultSchema } from "../../functions/domain/compact/compact-schema.ts";
import { readMailHere } from "../../functions/reading/read-mail.ts";
import { lostWords } from "../unit/reading/lost-words.ts";
import { batches, type FuzzOrder } from "./fuzz-mails.ts";

export type FuzzWork = FuzzOrder & { progress: Int32Array };
export type FuzzFailure = { index: number; says: string };

const faultOf = async (raw: Buffer): Promise<string | undefined> => {
  try {
    const { result } = await readMailHere(raw);
    if (!parseResultSchema.safeParse(result).success) return "is answered outside the contract";
    const lost = await lostWords(raw);
    return lost.length > 0 ? `loses words: ${lost.slice(0, 3).join("; ")}` : undefined;
  } catch (error) {
    return `makes the reader throw: ${error instanceof Error ? error.name : "unknown"}`;
  }
};

const run = async ({ progress, ...order }: FuzzWork): Promise<FuzzFailure | undefined> => {
  for (const { from, raws } of batches(order))
    for (const [offset, raw] of raws.entries()) {
      const says = await faultOf(raw);
      if (says !== undefined) return { index: from + offset, says };
      Atomics.add(progress, 0, 1);
    }
  return undefined;
};

// An answer only for a failure: a thread that ends without one has read them all.
const failure = await run(workerData as FuzzWork);
if (failure) parentPort?.postMessage(failure);
