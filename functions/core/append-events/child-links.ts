import type { PastEpisode } from "../../domain/condition/context.ts";
import type { ChildRow } from "../ports/stored-episode.ts";

const same = (a: PastEpisode, b: PastEpisode): boolean =>
  a.startAt === b.startAt &&
  a.knownAt === b.knownAt &&
  a.counts === b.counts &&
  a.absence === b.absence &&
  a.worker === b.worker &&
  a.lineManager === b.lineManager;

/** Every episode of the child, each once, over all the rows that link them. */
export const historyOf = (rows: readonly ChildRow[], current: PastEpisode): PastEpisode[] => {
  const all = new Map(rows.flatMap((row) => row.episodes).map((e) => [e.episodeId, e]));
  return [...all.set(current.episodeId, current).values()];
};

const without = ({ key, version, episodes }: ChildRow, { episodeId }: PastEpisode): ChildRow => ({
  key,
  version: version + 1,
  episodes: episodes.filter((e) => e.episodeId !== episodeId),
});

/** The rows that must change for the child to show this episode as it now is, and for another's not to show it. */
export const relinked = (
  keys: readonly string[],
  rows: readonly ChildRow[],
  current: PastEpisode,
): ChildRow[] => {
  const isIn = ({ episodes }: ChildRow) => episodes.find((e) => e.episodeId === current.episodeId);
  const left = rows.filter((row) => !keys.includes(row.key) && isIn(row));
  const own = keys.flatMap((key) => {
    const row = rows.find((r) => r.key === key) ?? { key, version: 0, episodes: [] };
    const before = isIn(row);
    if (before && same(before, current)) return [];
    const { episodes, version } = without(row, current);
    return [{ key, version, episodes: [...episodes, current] }];
  });
  return [...own, ...left.map((row) => without(row, current))];
};

/** A compact that comes late may make a repeat trigger true for the episodes that started after it. */
export const laterEpisodes = (
  rows: readonly ChildRow[],
  { episodeId, startAt }: Pick<PastEpisode, "episodeId" | "startAt">,
): string[] => [
  ...new Set(
    rows
      .flatMap((row) => row.episodes)
      .filter((e) => e.episodeId !== episodeId && e.startAt >= startAt)
      .map((e) => e.episodeId),
  ),
];
