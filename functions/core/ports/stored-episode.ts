import type { PastEpisode } from "../../domain/condition/context.ts";
import type { EpisodeEvent } from "../../domain/episode/events.ts";
import type { Ladder } from "../../domain/profile/ladder.ts";
import type { Listing } from "../../domain/work-list/listing.ts";

/** What each ladder of the workflow was last known to be doing; a change is what wakes it. */
export type LadderStates = Partial<Record<Ladder, string>>;

/** The episode's row: everything needed to decide whether, and when, somebody must look at it again. */
export type EpisodeRow = {
  episodeId: string;
  /** Counts commits; every write is conditional on it. */
  version: number;
  /** Number and hash of the last event of the chain. */
  seq: number;
  lastHash: string;
  generation: number;
  /** Has the current generation of the workflow been told to close? */
  running: boolean;
  /** The profile version the episode started under, or was moved to since, by hash. */
  profileHash: string;
  force: string;
  reference: string;
  status: "missing" | "returned" | "closed" | "cancelled";
  startAt: string;
  nextRungAt?: string;
  ladders: LadderStates;
  childKeys: readonly string[];
  /** What lists show of it; rows of before there were any are folded. */
  listing?: Listing | undefined;
  /** Under which month its facts are kept; rows of before there were any have none. */
  factsMonth?: string;
};

/** The versioned row that links the episodes of one child. */
export type ChildRow = { key: string; version: number; episodes: readonly PastEpisode[] };

export type StoredEpisode = { row: EpisodeRow; events: readonly EpisodeEvent[] };
