import type { ListedEpisode } from "./item.ts";
import type { Allocation } from "./listing.ts";

/** One allocation of many, as record-action takes it; the form's id goes before the episode's. */
export type Giving = {
  reference: string;
  ifSeq: number;
  action: "allocate";
  data: Partial<Allocation> & { worker: string; reason?: string };
};

type To = { worker: string; team?: string; reason?: string };

const giving = ({ episodeId, seq, listing }: ListedEpisode, changes: Giving["data"]): Giving => {
  const { absent: _, deputyFor: __, from: ___, until: ____, ...kept } = listing.allocation ?? {};
  return { reference: episodeId, ifSeq: seq, action: "allocate", data: { ...kept, ...changes } };
};

const isWith = (worker: string, { listing: { allocation } }: ListedEpisode): boolean =>
  allocation?.worker.toLowerCase() === worker.toLowerCase();

/** The episodes ticked, given to somebody; what else their allocation says stays. */
export const given = (episodes: readonly ListedEpisode[], to: To): Giving[] =>
  episodes.map((episode) => giving(episode, to));

/** All that somebody has, with their deputy until a day. Whose it is stays said, also where they are a deputy themselves. */
export const givenToDeputy = (
  episodes: readonly ListedEpisode[],
  away: { worker: string; deputy: string; from?: string; until?: string; reason?: string },
): Giving[] =>
  episodes
    .filter((episode) => isWith(away.worker, episode))
    .map((episode) =>
      giving(episode, {
        worker: away.deputy,
        deputyFor: episode.listing.allocation?.deputyFor ?? away.worker,
        ...(away.from ? { from: away.from } : {}),
        ...(away.until ? { until: away.until } : {}),
        ...(away.reason ? { reason: away.reason } : {}),
      }),
    );

/** All that deputies have of somebody who is back. */
export const givenBack = (episodes: readonly ListedEpisode[], worker: string, reason?: string): Giving[] =>
  episodes
    .filter(({ listing }) => listing.allocation?.deputyFor?.toLowerCase() === worker.toLowerCase())
    .map((episode) => giving(episode, { worker, ...(reason ? { reason } : {}) }));
