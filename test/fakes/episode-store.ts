import * as z from "zod";
import { chainedSchema } from "../../functions/adapters/dynamo/event-chain.ts";
import { childRowSchema, episodeRowSchema } from "../../functions/adapters/dynamo/rows.ts";
import type { Which } from "../../functions/core/list-episodes/list-episodes.ts";
import type { EpisodeStore } from "../../functions/core/ports/episode-store.ts";
import type { EventChain } from "../../functions/core/ports/event-chain.ts";
import type { EpisodeRow } from "../../functions/core/ports/stored-episode.ts";
import type { OpenWorkflows } from "../../functions/core/ports/workflow.ts";
import { type Instant, toInstant } from "../../functions/domain/calendar/instant.ts";
import { type EpisodeEvent, episodeEventSchema } from "../../functions/domain/episode/events.ts";
import { allowed, apply, type Database } from "./database.ts";
import type { Io } from "./io.ts";

const storedEvent = z.object({ event: episodeEventSchema });

/** Of one text each event is read once: tests read the same ones a thousand times. */
const reader = () => {
  const known = new Map<string, EpisodeEvent>();
  return (text: string): EpisodeEvent => {
    const event = known.get(text) ?? storedEvent.parse(JSON.parse(text)).event;
    known.set(text, event);
    return event;
  };
};

/** What another writer does between this one's decision and its commit. */
export type Meddling = { beforeNextCommit: (() => Promise<unknown>) | undefined };

export const anEpisodeStore = (
  db: Database,
  io: Io,
  meddling: Meddling,
  eventIn = reader(),
): EpisodeStore => ({
  load: (episodeId) =>
    io.call("load the episode", () => {
      const stored = db.episodes.get(episodeId);
      if (!stored) return undefined;
      const row = episodeRowSchema.parse(JSON.parse(stored.body));
      const events = [...(db.events.get(episodeId)?.values() ?? [])];
      return { row, events: events.map(eventIn) };
    }),
  eventsSince: (episodeId, since) =>
    io.call("read the newest events", () =>
      [...(db.events.get(episodeId)?.values() ?? [])]
        .map(eventIn)
        .filter(({ recordedAt }) => toInstant(recordedAt) > since),
    ),
  children: (keys) =>
    io.call("load the child's rows", () =>
      keys.flatMap((key) => {
        const row = db.children.get(key);
        return row ? [childRowSchema.parse(JSON.parse(row.body))] : [];
      }),
    ),
  transact: async (writes) => {
    const meddle = meddling.beforeNextCommit;
    meddling.beforeNextCommit = undefined;
    await meddle?.();
    return io.call("commit", () => {
      if (!writes.every((write) => allowed(write, db))) return "conflict";
      for (const write of writes) apply(write, db);
      return "committed";
    });
  },
});

/** Events as they are stored, each with its place in the chain. */
export const aChain =
  (db: Database, io: Io): EventChain =>
  (id) =>
    io.call("read a chain", () =>
      [...(db.events.get(id)?.values() ?? [])].map((text) => chainedSchema.parse(JSON.parse(text))),
    );

export const rowsOf = (db: Database): EpisodeRow[] =>
  [...db.episodes.values()].map(({ body }) => episodeRowSchema.parse(JSON.parse(body)));

/** The index that the watchdog and the digest read. */
export const episodeIndex = (db: Database, io: Io) => ({
  listed: (which: Which) =>
    io.call("list the rows", () =>
      rowsOf(db).filter(({ episodeId, status }) =>
        which === "open"
          ? status === "missing" || status === "returned"
          : which === "all" || which.includes(episodeId),
      ),
    ),
  dueBy: (now: Instant, most: number) =>
    io.call("list what is due", () =>
      rowsOf(db)
        .flatMap(({ episodeId, nextRungAt }) =>
          nextRungAt !== undefined && toInstant(nextRungAt) <= now ? [{ episodeId, nextRungAt }] : [],
        )
        .toSorted((a, b) => (a.nextRungAt < b.nextRungAt ? -1 : 1))
        .slice(0, most),
    ),
  open: () =>
    io.call("list what is open", () =>
      rowsOf(db).filter(({ status }) => status === "missing" || status === "returned"),
    ),
});

/** The workflows of that index in turn: where the last one ended is all it keeps. */
export const someOpenWorkflows = (db: Database, io: Io): OpenWorkflows => {
  let place = "";
  return {
    next: (most) =>
      io.call("go round", () => {
        const open = rowsOf(db)
          .filter(({ status }) => status === "missing" || status === "returned")
          .toSorted((a, b) => (a.episodeId < b.episodeId ? -1 : 1));
        const next = open.filter(({ episodeId }) => episodeId > place).slice(0, most);
        place = next.length < most ? "" : (next.at(-1)?.episodeId ?? "");
        return next.filter(({ running }) => running);
      }),
  };
};
