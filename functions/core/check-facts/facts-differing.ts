import { type AppendDeps, appendEvents, planFor } from "../append-events/append-events.ts";
import { fewInTurn } from "../fire-rungs/in-turn.ts";
import type { FactsStore } from "../ports/returns.ts";
import type { EpisodeRow } from "../ports/stored-episode.ts";
import type { Write } from "../ports/writes.ts";

export type CheckDeps = AppendDeps & {
  rows: { listed: (which: "all") => Promise<EpisodeRow[]> };
  facts: FactsStore;
};

export type FactsDiffering = { looked: number; differing: string[]; failed: string[] };

type Shard = { of: number; number: number };

const AT_ONCE = 8;

/** An id is a digest: its last digits spread episodes evenly. */
const isIn = ({ of, number }: Shard, episodeId: string): boolean =>
  Number.parseInt(episodeId.slice(-6), 16) % of === number;

/** By key, so that the order in which a row was written does not count. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
};
const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const isFacts = (write: Write) => write.kind === "facts";

/**
 * Episodes whose kept facts are not what a fold of their record says, in a part of all of them. Mending is a commit like any
 * other, so that it loses to whoever writes at the same time.
 */
export const factsDiffering = async (
  deps: CheckDeps,
  { shard = { of: 1, number: 0 }, mends }: { shard?: Shard; mends: boolean },
): Promise<FactsDiffering> => {
  const rows = (await deps.rows.listed("all")).filter(({ episodeId }) => isIn(shard, episodeId));
  const months = new Set(rows.flatMap(({ factsMonth }) => factsMonth ?? []));
  const kept = new Map((await deps.facts.inMonths([...months])).map((row) => [row.episodeId, row]));
  const done: FactsDiffering = { looked: rows.length, differing: [], failed: [] };
  await fewInTurn(rows, AT_ONCE, async ({ episodeId }) => {
    try {
      const { facts } = await planFor({ episodeId, events: [] }, deps);
      const wanted = facts.find(isFacts);
      if (wanted?.kind === "facts" && same(wanted.row, kept.get(episodeId))) return true;
      done.differing.push(episodeId);
      if (mends) await appendEvents({ episodeId, events: [] }, deps);
    } catch {
      // One that cannot be read keeps no other from being looked at.
      done.failed.push(episodeId);
    }
    return true;
  });
  return done;
};
