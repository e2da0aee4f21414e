import type { EpisodeStore } from "../append-events/ports.ts";
import { PermanentError } from "../domain/errors.ts";

/** The first state: refuses to run a workflow for an episode that is not there. */
export const openEpisode = async (
  { episodeId }: { episodeId: string },
  deps: { episodes: EpisodeStore },
): Promise<{ reference: string }> => {
  const stored = await deps.episodes.load(episodeId);
  if (!stored) throw new PermanentError("no such episode");
  return { reference: stored.row.reference };
};
