import { type DispatchDeps, dispatchWith } from "../core/dispatch-outbox/dispatch-outbox.ts";
import { fewInTurn } from "../core/fire-rungs/in-turn.ts";
import type { OpenWorkflows } from "../core/ports/workflow.ts";
import type { OutboxMessage } from "../core/ports/writes.ts";
import type { Instant } from "../domain/calendar/instant.ts";
import { PermanentError } from "../domain/errors.ts";

export type SweepDeps = DispatchDeps & { openWorkflows: OpenWorkflows };

/** Of what an outage left behind, as much as is done well within the minute; the rest is the next minutes'. */
const MOST = 300;
const AT_ONCE = 8;
const MINUTE = 60_000;

/** Another part each minute, all of them in turn: messages that fail for ever keep none waiting for ever. */
const thisMinutes = (messages: readonly OutboxMessage[], now: Instant): OutboxMessage[] => {
  const from = (Math.floor(now / MINUTE) * MOST) % messages.length;
  return [...messages.slice(from), ...messages.slice(0, from)].slice(0, MOST);
};

/** A thousand open episodes are looked at in little more than an hour. */
const A_FEW = 15;

/**
 * Whether a workflow lives is asked of Step Functions itself: one that died is not missed where the watchdog is punctual, nor
 * where an episode has nothing due, and would be wanted again when the child returns.
 */
const theDead = async ({ openWorkflows, workflow }: SweepDeps): Promise<OutboxMessage[]> => {
  const dead: OutboxMessage[] = [];
  for (const { episodeId, generation } of await openWorkflows.next(A_FEW))
    if (!(await workflow.isRunning(episodeId, generation)))
      dead.push({ id: `revive#${episodeId}#${generation}`, kind: "revive", episodeId });
  return dead;
};

/** Every minute: whatever a commit left undone because its function died or a service was away, and workflows that died. */
export const sweepOutbox = async (deps: SweepDeps): Promise<{ swept: number }> => {
  const dispatch = dispatchWith(deps);
  const unreadable: string[] = [];
  const all = await deps.outbox.waiting((id, cause) => {
    unreadable.push(id);
    deps.left(id, cause);
  });
  const messages = all.length > MOST ? thisMinutes(all, deps.now()) : all;
  await fewInTurn(messages, AT_ONCE, async (message) => {
    await dispatch([message]);
    return true;
  });
  await dispatch(await theDead(deps));
  // Nothing cures it but a person: the function's alarm rings once everything else is done.
  if (unreadable.length > 0)
    throw new PermanentError(`Nobody can read these outbox messages: ${unreadable.join(", ")}`);
  return { swept: messages.length };
};
