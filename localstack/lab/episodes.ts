import { episodeRows } from "../../functions/adapters/episode-store.ts";
import type { EpisodeRow } from "../../functions/append-events/stored-episode.ts";
import type { Clients } from "./clients.ts";
import type { Deployed } from "./stacks.ts";

export type EpisodeLine = Pick<EpisodeRow, "reference" | "status" | "startAt"> & {
  id: string;
  nextRungAt: string | null;
};

/** Every episode of the authority, by when it started. */
export const listEpisodes = async ({ dynamo }: Clients, { tables }: Deployed): Promise<EpisodeLine[]> => {
  const rows = await episodeRows(dynamo, tables).all();
  return rows
    .toSorted((a, b) => a.startAt.localeCompare(b.startAt))
    .map(({ episodeId, reference, status, startAt, nextRungAt }) => ({
      id: episodeId,
      reference,
      status,
      startAt,
      nextRungAt: nextRungAt ?? null,
    }));
};
