import { type AppendDeps, planFor } from "../core/append-events/append-events.ts";
import type { Write } from "../core/ports/writes.ts";
import { toIso } from "../domain/calendar/instant.ts";
import { TransientError } from "../domain/errors.ts";

export type CloseInput = { episodeId: string; generation: number };

/**
 * The workflow's last step. Closed or cancelled: the generation ends. Open again meanwhile (a found report
 * retracted, a duty that arose late, an execution near its year): the next generation starts in the same write.
 */
export const closeEpisode = async ({ episodeId, generation }: CloseInput, deps: AppendDeps) => {
  const { row, before, assessment, context, facts } = await planFor({ episodeId, events: [] }, deps);
  if (!before || before.generation !== generation || !before.running)
    return { closed: before?.running === false };
  const again = assessment.status === "missing" || assessment.status === "returned";
  const next = { ...row, running: again, generation: again ? generation + 1 : generation };
  const message = {
    id: `start#${episodeId}#${next.generation}`,
    kind: "start",
    episodeId,
    generation: next.generation,
  } as const;
  const writes: Write[] = [
    { kind: "episode", row: next, expectedVersion: before.version },
    ...facts,
    ...(again ? [{ kind: "outbox", message, at: toIso(context.now) } as const] : []),
  ];
  if ((await deps.episodes.transact(writes)) === "conflict")
    throw new TransientError("the episode changed while closing");
  if (again) await deps.dispatch([message]);
  return { closed: !again };
};
