import fc from "fast-check";
import { mutatedMail } from "../unit/reading/opening/mutations.ts";

export type FuzzOrder = { mails: number; seed: number };

/** Mails are made a few at a time: all of them at once would not fit into memory. */
const AT_ONCE = 250;

/** The same order gives the same mails, so that one is known by its number. */
export function* batches({ mails, seed }: FuzzOrder, start = 0): Generator<{ from: number; raws: Buffer[] }> {
  for (let from = start - (start % AT_ONCE); from < mails; from += AT_ONCE) {
    const numRuns = Math.min(AT_ONCE, mails - from);
    yield { from, raws: fc.sample(mutatedMail, { seed: seed + from, numRuns }) };
  }
}

export const mailAt = (order: FuzzOrder, index: number): Buffer | undefined => {
  for (const { from, raws } of batches(order, index)) return raws[index - from];
  return undefined;
};
