import { type Instant, toIso } from "../../domain/calendar/instant.ts";
import { TransientError } from "../../domain/errors.ts";
import { appendEvents, planFor } from "../append-events/append-events.ts";
import { laterEpisodes } from "../append-events/child-links.ts";
import { doneOf, inTurn } from "../fire-rungs/in-turn.ts";
import type { EpisodeStore, ProfileStore } from "../ports/episode-store.ts";
import type { People } from "../ports/office.ts";
import type { Outbox, TokenStore, Workflow } from "../ports/workflow.ts";
import type { OutboxMessage, Write } from "../ports/writes.ts";

export type DispatchDeps = {
  episodes: EpisodeStore;
  profiles: ProfileStore;
  people: People;
  outbox: Outbox;
  tokens: TokenStore;
  workflow: Workflow;
  now: () => Instant;
  /** Called with an id only, when a message stays for the sweep. */
  left: (id: string, cause: unknown) => void;
};

/** An execution that died is followed by the next generation; one that lives is left alone. */
const revive = async (episodeId: string, deps: DispatchDeps): Promise<OutboxMessage[]> => {
  const appendDeps = { ...deps, dispatch: async () => {} };
  const { row, before, context } = await planFor({ episodeId, events: [] }, appendDeps);
  if (!before?.running || (await deps.workflow.isRunning(episodeId, before.generation))) return [];
  const generation = before.generation + 1;
  const message = { id: `start#${episodeId}#${generation}`, kind: "start", episodeId, generation } as const;
  const writes: Write[] = [
    { kind: "episode", row: { ...row, generation }, expectedVersion: before.version },
    { kind: "outbox", message, at: toIso(context.now) },
  ];
  if ((await deps.episodes.transact(writes)) === "conflict")
    throw new TransientError("the episode changed while reviving its workflow");
  return [message];
};

const wakeLadder = async (episodeId: string, ladder: string, deps: DispatchDeps): Promise<void> => {
  const token = await deps.tokens.find(episodeId, ladder);
  if (token) await deps.workflow.wake(token);
};

/** A read of the child's rows for all of them: whoever changes those meanwhile leaves a message of their own. */
const withRowsReadOnce = (episodes: EpisodeStore): EpisodeStore => {
  const read = new Map<string, ReturnType<EpisodeStore["children"]>>();
  const children = (keys: readonly string[]) => {
    const name = keys.toSorted().join(" ");
    const known = read.get(name) ?? episodes.children(keys);
    read.set(name, known);
    return known;
  };
  return { ...episodes, children };
};

/** One after the other, as one that fails keeps no other waiting. */
const reassess = async (episodeIds: readonly string[], deps: DispatchDeps): Promise<OutboxMessage[]> => {
  const later: OutboxMessage[] = [];
  const dispatch = async (messages: readonly OutboxMessage[]) => void later.push(...messages);
  const own = { ...deps, episodes: withRowsReadOnce(deps.episodes), dispatch };
  const one = async (episodeId: string) => (await appendEvents({ episodeId, events: [] }, own)) !== undefined;
  doneOf(await inTurn(episodeIds, one));
  return later;
};

/** Does one message; returns what it leads to. Each may be done twice without harm. */
const carryOut = async (message: OutboxMessage, deps: DispatchDeps): Promise<OutboxMessage[]> => {
  switch (message.kind) {
    case "start":
      await deps.workflow.start(message.episodeId, message.generation);
      return [];
    case "wake":
      await wakeLadder(message.episodeId, message.ladder, deps);
      return [];
    case "revive":
      return revive(message.episodeId, deps);
    case "reassess":
      return reassess([message.episodeId], deps);
    case "reassess-child": {
      const rows = await deps.episodes.children(message.keys);
      return reassess(laterEpisodes(rows, message), deps);
    }
  }
};

/**
 * Carries out messages whose commit has happened. What fails stays in the outbox for the sweep a minute later:
 * the commit it belongs to is never undone.
 */
export const dispatchWith =
  (deps: DispatchDeps) =>
  async (messages: readonly OutboxMessage[]): Promise<void> => {
    const queue = [...messages];
    for (let message = queue.shift(); message; message = queue.shift()) {
      try {
        queue.push(...(await carryOut(message, deps)));
        await deps.outbox.done(message.id);
      } catch (cause) {
        deps.left(message.id, cause);
      }
    }
  };
