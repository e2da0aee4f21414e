import type { Instant } from "../calendar/instant.ts";
import type { Episode } from "../episode/episode.ts";
import type { Profile } from "../profile/profile.ts";
import type { Unknown } from "./unknown.ts";

/** One episode of the same child, as its versioned row keeps it. */
export type PastEpisode = {
  episodeId: string;
  startAt: Instant;
  knownAt: Instant;
  counts: boolean;
  /** Away with whereabouts known (absent from school or placement): no missing episode. */
  absence?: boolean;
  /** Who works it, while it is open: they go on with the child's next one (ALL-17). */
  worker?: string;
  lineManager?: string;
};

/** All a decision may look at. */
export type Context = {
  episode: Episode;
  /** Every episode of the child, this one included. */
  history: readonly PastEpisode[];
  profile: Profile;
  now: Instant;
  /** How a condition takes what nobody stated; left out, it holds only where it certainly does. */
  unknown?: Unknown;
};
