import type { Instant } from "../../domain/calendar/instant.ts";
import type { EpisodeEvent } from "../../domain/episode/events.ts";
import type { Profile } from "../../domain/profile/profile.ts";
import type { ChildRow, StoredEpisode } from "./stored-episode.ts";
import type { OutboxMessage, Write } from "./writes.ts";

export type EpisodeStore = {
  load: (episodeId: string) => Promise<StoredEpisode | undefined>;
  /** What was recorded after an instant, in order; of an unknown episode nothing. */
  eventsSince: (episodeId: string, since: Instant) => Promise<EpisodeEvent[]>;
  children: (keys: readonly string[]) => Promise<ChildRow[]>;
  /** All or nothing. "conflict" where somebody else wrote first: load and decide again. */
  transact: (writes: readonly Write[]) => Promise<"committed" | "conflict">;
};

export type DueRow = { episodeId: string; nextRungAt: string };
/** So many at most, the longest due first. */
export type DueEpisodes = { dueBy: (now: Instant, most: number) => Promise<DueRow[]> };

/** Every version of the profile an open episode may have started under. */
export type ProfileStore = {
  current: { profile: Profile; hash: string };
  byHash: (hash: string) => Promise<Profile>;
  /** Undefined where no such version is kept. */
  find: (hash: string) => Promise<Profile | undefined>;
};

export type Dispatch = (messages: readonly OutboxMessage[]) => Promise<void>;
