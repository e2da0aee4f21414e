import { episodeRows } from "../../functions/adapters/episode-store.ts";
import type { EpisodeRow } from "../../functions/append-events/stored-episode.ts";
import { assessed } from "./assessed.ts";
import type { Clients } from "./clients.ts";
import { type NextStep, nextStep } from "./next-step.ts";
import { readEpisode } from "./read-episode.ts";
import type { Deployed } from "./stacks.ts";

export type EpisodeLine = Pick<EpisodeRow, "reference" | "status" | "startAt"> & {
  id: string;
  nextRungAt: string | null;
  next: NextStep | null;
};

/** Every episode of the authority, by when it started. */
export const listEpisodes = async (
  now: number,
  clients: Clients,
  deployed: Deployed,
): Promise<EpisodeLine[]> => {
  const rows = await episodeRows(clients.dynamo, deployed.tables).all();
  const nextOf = async ({ episodeId }: EpisodeRow): Promise<NextStep | null> => {
    const stored = await readEpisode(episodeId, clients, deployed);
    return stored ? nextStep(await assessed(stored, now, clients, deployed), now) : null;
  };
  return Promise.all(
    rows
      .toSorted((a, b) => a.startAt.localeCompare(b.startAt))
      .map(async (row) => ({
        id: row.episodeId,
        reference: row.reference,
        status: row.status,
        startAt: row.startAt,
        nextRungAt: row.nextRungAt ?? null,
        next: await nextOf(row),
      })),
  );
};
