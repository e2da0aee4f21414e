import { createHash } from "node:crypto";
import type { EpisodeEvent } from "../../domain/episode/events.ts";
import type { ChainedEvent } from "../ports/writes.ts";

const sorted = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Over the event with its keys in order: the same for one read back as for the one written. */
export const hashOf = (previousHash: string, event: object): string =>
  createHash("sha256")
    .update(`${previousHash}\n${JSON.stringify(event, sorted)}`)
    .digest("hex");

type Tail = { seq: number; lastHash: string };

/** Numbers new events and chains each to the one before, so that a lost or altered one shows. */
export const chain = <E extends object = EpisodeEvent>(
  episodeId: string,
  tail: Tail,
  events: readonly E[],
): ChainedEvent<E>[] => {
  let { seq, lastHash } = tail;
  return events.map((event) => {
    const previousHash = lastHash;
    seq += 1;
    lastHash = hashOf(previousHash, event);
    return { episodeId, seq, previousHash, hash: lastHash, event };
  });
};
