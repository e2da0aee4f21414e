import fc from "fast-check";
import { mutatedMail } from "../unit/reading/opening/mutations.ts";

/** Mails are made a piece at a time: all of them at once would not fit into memory. */
export const MAILS_A_PIECE = 250;

/** One after the other from a seed on; the last of them may be cut short. */
export type FuzzOrder = { mails: number; from: number };

/** A mail by the seed of its piece and its number in it: the same two always give the same mail. */
export type FuzzPlace = { seed: number; index: number };

export const pieceOf = (seed: number, mails: number = MAILS_A_PIECE): Buffer[] =>
  fc.sample(mutatedMail, { seed, numRuns: mails });

export function* pieces({ mails, from }: FuzzOrder): Generator<{ seed: number; raws: Buffer[] }> {
  for (let seed = from, left = mails; left > 0; seed += 1, left -= MAILS_A_PIECE)
    yield { seed, raws: pieceOf(seed, Math.min(left, MAILS_A_PIECE)) };
}

export const mailAt = ({ seed, index }: FuzzPlace): Buffer | undefined => pieceOf(seed, index + 1).at(index);

/** Where the mails of an order stand, by how many of them have been read. */
export const placeAfter = ({ from }: FuzzOrder, read: number): FuzzPlace => ({
  seed: from + Math.floor(read / MAILS_A_PIECE),
  index: read % MAILS_A_PIECE,
});

/** "12:7", as a failure names a mail. */
export const placeIn = (text: string): FuzzPlace | undefined => {
  const [, seed, index] = /^(\d{1,10}):(\d{1,3})$/.exec(text) ?? [];
  return seed && index && Number(index) < MAILS_A_PIECE
    ? { seed: Number(seed), index: Number(index) }
    : undefined;
};
