import { type AppendDeps, planFor } from "../core/append-events/append-events.ts";
import { hashOf } from "../core/append-events/chain.ts";
import { commit, type Decision } from "../core/append-events/commit.ts";
import { rowAfter } from "../core/office/office-row.ts";
import type { EventChain } from "../core/ports/event-chain.ts";
import { OFFICE, type OfficeRow, type OfficeStore } from "../core/ports/office.ts";
import type { ChainedEvent } from "../core/ports/writes.ts";
import { episodeEventSchema } from "../domain/episode/events.ts";
import { officeEventSchema } from "../domain/office/events.ts";
import type { RebuildRequest } from "./request.ts";

export type RebuildDeps = AppendDeps & {
  chainOf: EventChain;
  office: OfficeStore;
  /** Called with ids only. */
  failed: (id: string, cause: unknown) => void;
};

/** A chain that does not fit together, and its first event that does not follow from the one before. */
export type Broken = { id: string; seq: number };

export type Rebuilt = { outcome: "rebuilt"; rebuilt: string[]; broken: Broken[]; failed: string[] };

/** The number of the first event that was altered, or before which one is gone. */
export const brokenAt = (links: readonly ChainedEvent<object>[]): number | undefined => {
  let lastHash = "";
  for (const [i, { seq, previousHash, hash, event }] of links.entries()) {
    const follows = seq === i + 1 && previousHash === lastHash && hash === hashOf(lastHash, event);
    if (!follows) return i + 1;
    lastHash = hash;
  }
  return undefined;
};

/** One that has lost its row begins a workflow anew; what waits of the former one finds the episode as it is. */
const rebuildEpisode = async (id: string, links: readonly ChainedEvent<object>[], deps: RebuildDeps) => {
  const events = links.map(({ event }) => episodeEventSchema.parse(event));
  const row = (await deps.episodes.load(id))?.row;
  const last = { seq: links.length, lastHash: links.at(-1)?.hash ?? "" };
  const planned = row
    ? await planFor({ episodeId: id, events: [] }, deps, { row: { ...row, ...last }, events })
    : await planFor({ episodeId: id, events }, deps);
  // The events are there already: only what is made of them is written.
  return {
    writes: planned.writes.filter(({ kind }) => kind !== "event"),
    outbox: planned.outbox,
  };
};

const rebuildOffice = async (links: readonly ChainedEvent<object>[], deps: RebuildDeps) => {
  const before = await deps.office.load();
  const made = links
    .map(({ event }) => officeEventSchema.parse(event))
    .reduce<OfficeRow | undefined>((row, event) => rowAfter(row, event).row, undefined);
  const expectedVersion = before?.version ?? 0;
  return made
    ? {
        writes: [
          { kind: "office" as const, row: { ...made, version: expectedVersion + 1 }, expectedVersion },
        ],
      }
    : {};
};

const rebuildOne = async (id: string, deps: RebuildDeps): Promise<Decision<Broken | undefined>> => {
  const links = await deps.chainOf(id);
  const seq = brokenAt(links);
  if (seq !== undefined) return { answer: { id, seq } };
  if (links.length === 0) return { answer: undefined };
  const made = id === OFFICE ? await rebuildOffice(links, deps) : await rebuildEpisode(id, links, deps);
  return { answer: undefined, ...made };
};

/**
 * Makes the rows anew of the events, which are the record: an episode's, the child's links, the office's. A chain that
 * does not fit together is left for a person. May be asked for again after any accident.
 */
export const rebuildRows = async ({ rebuild }: RebuildRequest, deps: RebuildDeps): Promise<Rebuilt> => {
  const done: Rebuilt = { outcome: "rebuilt", rebuilt: [], broken: [], failed: [] };
  for (const id of rebuild) {
    try {
      const broken = await commit(() => rebuildOne(id, deps), deps);
      if (broken) done.broken.push(broken);
      else done.rebuilt.push(id);
    } catch (cause) {
      deps.failed(id, cause);
      done.failed.push(id);
    }
  }
  return done;
};
