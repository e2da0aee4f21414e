import { type AlertDeps, alertQuarantine } from "../core/alert-quarantine/alert-quarantine.ts";
import { appendEvents, planFor } from "../core/append-events/append-events.ts";
import { type FireDeps, fireAll } from "../core/fire-rungs/fire-rungs.ts";
import { EPISODES_AT_ONCE, fewInTurn } from "../core/fire-rungs/in-turn.ts";
import type { DueRow } from "../core/ports/episode-store.ts";
import type { OutboxMessage } from "../core/ports/writes.ts";
import { type Instant, toInstant, toIso } from "../domain/calendar/instant.ts";

export type WatchDeps = FireDeps &
  AlertDeps & {
    leave: (message: OutboxMessage) => Promise<void>;
    /** Called with ids only. */
    failed: (id: string, cause: unknown) => void;
  };

const SUSPICIOUS_MS = 60_000;

/** Time alone may end a duty (an 18th birthday): the row would show for ever a rung that never fires. */
const refresh = async (episodeId: string, deps: WatchDeps): Promise<void> => {
  const { row, before } = await planFor({ episodeId, events: [] }, deps);
  if (row.nextRungAt !== before?.nextRungAt) await appendEvents({ episodeId, events: [] }, deps);
};

/** A rung this late should have been fired by the workflow: its execution is looked at. */
const lookAfter = async ({ episodeId, nextRungAt }: DueRow, now: Instant, deps: WatchDeps): Promise<void> => {
  await refresh(episodeId, deps);
  if (now - toInstant(nextRungAt) < SUSPICIOUS_MS) return;
  await deps.leave({ id: `revive#${episodeId}#${toIso(now)}`, kind: "revive", episodeId });
};

/** Of what an outage left behind, as much as is done well within the minute; the rest is the next minute's. */
const MOST_EPISODES = 300;

/**
 * Every minute, with Step Functions dead or alive: any mail that waits for a person is told of, then any rung that is
 * due and has not fired is fired, the longest due first. One that fails does not keep the others waiting.
 */
export const watchDeadlines = async (deps: WatchDeps): Promise<{ fired: number }> => {
  const alerted = await alertQuarantine(deps).then(
    (told) => ({ told }),
    (cause: unknown) => ({ told: 0, cause }),
  );
  const now = deps.now();
  const rows = await deps.due.dueBy(now, MOST_EPISODES);
  const fired = await fireAll(
    rows.map(({ episodeId }) => episodeId),
    deps,
    deps.failed,
  );
  await fewInTurn(rows, EPISODES_AT_ONCE, async (row) => {
    try {
      await lookAfter(row, now, deps);
      return true;
    } catch (cause) {
      deps.failed(row.episodeId, cause);
      return false;
    }
  });
  if ("cause" in alerted) throw alerted.cause;
  return { fired: fired + alerted.told };
};
