import type { EpisodeEvent } from "../../functions/domain/episode/events.ts";
import { fold } from "../../functions/domain/episode/fold.ts";

const MOST = 6;

function* ordersOf<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [index, first] of items.entries())
    for (const rest of ordersOf(items.toSpliced(index, 1))) yield [first, ...rest];
}

/** Whether every order of an episode's events gives the same episode: what it was told by is a set and no sequence. */
export const ordersTried = (
  episodeId: string,
  all: readonly EpisodeEvent[],
): { tried: number; differ: boolean } => {
  const events = all.filter(({ kind }) => kind !== "rung").slice(0, MOST);
  const [first] = events;
  if (!first) return { tried: 0, differ: false };
  let tried = 0;
  const results = new Set<string>();
  for (const order of ordersOf(events)) {
    tried += 1;
    results.add(JSON.stringify(fold(episodeId, order)));
  }
  return { tried, differ: results.size > 1 };
};
