import { episodeRows } from "../../../functions/adapters/dynamo/episode-store.ts";
import type { EpisodeRow } from "../../../functions/core/ports/stored-episode.ts";
import type { Clients } from "../stack/clients.ts";
import type { Deployed } from "../stack/stacks.ts";
import { assessed } from "./assessed.ts";
import { type NextStep, nextStep } from "./next-step.ts";
import { readEpisode } from "./read-episode.ts";

export type EpisodeLine = Pick<EpisodeRow, "reference" | "status" | "startAt"> & {
  id: string;
  nextRungAt: string | null;
};

export type EpisodeAhead = EpisodeLine & { next: NextStep | null };

/** Every episode of the authority, by when it started: what its row says, and nothing more is read. */
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

/** The same, each episode read and assessed for what comes next in it. */
export const episodesAhead = async (
  now: number,
  clients: Clients,
  deployed: Deployed,
): Promise<EpisodeAhead[]> =>
  Promise.all(
    (await listEpisodes(clients, deployed)).map(async (line) => {
      const stored = await readEpisode(line.id, clients, deployed);
      return { ...line, next: stored ? nextStep(await assessed(stored, now, clients, deployed), now) : null };
    }),
  );
