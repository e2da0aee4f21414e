import { toInstant } from "../../functions/domain/calendar/instant.ts";
import type { Context, PastEpisode } from "../../functions/domain/condition/context.ts";
import { isAbsence, startOf } from "../../functions/domain/episode/episode.ts";
import type { EpisodeEvent } from "../../functions/domain/episode/events.ts";
import { fold } from "../../functions/domain/episode/fold.ts";
import type { Profile } from "../../functions/domain/profile/profile.ts";
import { missingCompact } from "./events.ts";
import { aProfile } from "./profile.ts";

type ContextOptions = {
  events?: readonly EpisodeEvent[];
  profile?: Profile;
  now: string;
  /** Earlier episodes of the same child, beside the one the events make. */
  history?: readonly PastEpisode[];
};

/** An episode, its child's other episodes, a protocol and an instant: all that a decision may look at. */
export const aContext = ({
  events = [missingCompact()],
  profile = aProfile(),
  now,
  history = [],
}: ContextOptions): Context => {
  const episode = fold("ep-1", events);
  const own = {
    episodeId: episode.id,
    startAt: startOf(episode),
    knownAt: episode.notifiedAt,
    counts: episode.status !== "cancelled",
    ...(isAbsence(episode) ? { absence: true } : {}),
  };
  return { episode, profile, now: toInstant(now), history: [...history, own] };
};

let count = 0;
/** Another episode of the same child. */
export const anEarlierEpisode = (
  startAt: string,
  options: { knownAt?: string; counts?: boolean; absence?: boolean } = {},
): PastEpisode => ({
  episodeId: `ep-earlier-${++count}`,
  startAt: toInstant(startAt),
  knownAt: toInstant(options.knownAt ?? startAt),
  counts: options.counts ?? true,
  ...(options.absence ? { absence: true } : {}),
});
