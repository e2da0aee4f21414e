import { isEpisodeId } from "../../domain/episode/identity.ts";
import { episodeUnder } from "../compact-events/episode-for.ts";
import type { EpisodeStore, ProfileStore } from "../ports/episode-store.ts";

type FindDeps = { episodes: EpisodeStore; profiles: ProfileStore };

/** A person names an episode by the force's reference, whose force it is the episodes know; a page by our own id. */
export const findEpisode = async (reference: string, deps: FindDeps): Promise<string | undefined> => {
  if (isEpisodeId(reference)) return (await deps.episodes.load(reference)) ? reference : undefined;
  for (const force of deps.profiles.current.profile.forces) {
    const id = await episodeUnder(force.id, reference, deps.episodes);
    if (id) return id;
  }
  return undefined;
};
