import type { EpisodeRow } from "../../functions/core/ports/stored-episode.ts";

/** An episode's row as lists see it; of its events it says nothing. */
export const anEpisodeRow = (
  reference: string,
  status: EpisodeRow["status"] = "missing",
  force = "anyforce",
): EpisodeRow => ({
  episodeId: `${force}#${reference}`,
  version: 1,
  seq: 1,
  lastHash: "",
  generation: 1,
  running: true,
  profileHash: "",
  force,
  reference,
  status,
  startAt: "2026-11-30T08:00:00Z",
  ladders: {},
  childKeys: [],
});
