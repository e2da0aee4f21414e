import type { PastEpisode } from "../../domain/duty/context.ts";
import type { ChildRow } from "../ports/stored-episode.ts";

const same = (a: PastEpisode, b: PastEpisode): boolean =>
  a.startAt === b.startAt && a.knownAt === b.knownAt && a.counts === b.counts && a.absence === b.absence;

/** Every episode of the child, each once, over all the rows that link them. */
export const historyOf = (rows: readonly ChildRow[], current: PastEpisode): PastEpisode[] => {
  const all = new Map(rows.flatMap((row) => row.episodes).map((e) => [e.episodeId, e]));
  return [...all.set(current.episodeId, current).values()];
};

/** The rows that must change for the child to show this episode as it now is. */
export const relinked = (
  keys: readonly string[],
  rows: readonly ChildRow[],
  current: PastEpisode,
): ChildRow[] =>
  keys.flatMap((key) => {
    const row = rows.find((r) => r.key === key) ?? { key, version: 0, episodes: [] };
    const before = row.episodes.find((e) => e.episodeId === current.episodeId);
    if (before && same(before, current)) return [];
    const others = row.episodes.filter((e) => e.episodeId !== current.episodeId);
    return [{ key, version: row.version + 1, episodes: [...others, current] }];
  });
