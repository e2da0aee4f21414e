import { createHash } from "node:crypto";
import type { EpisodeEvent } from "../domain/episode/events.ts";
import type { ChainedEvent } from "./writes.ts";

export const hashOf = (previousHash: string, event: EpisodeEvent): string =>
  createHash("sha256")
    .update(`${previousHash}\n${JSON.stringify(event)}`)
    .digest("hex");

type Tail = { seq: number; lastHash: string };

/** Numbers new events and chains each to the one before, so that a lost or altered one shows. */
export const chain = (episodeId: string, tail: Tail, events: readonly EpisodeEvent[]): ChainedEvent[] => {
  let { seq, lastHash } = tail;
  return events.map((event) => {
    const previousHash = lastHash;
    seq += 1;
    lastHash = hashOf(previousHash, event);
    return { episodeId, seq, previousHash, hash: lastHash, event };
  });
};
