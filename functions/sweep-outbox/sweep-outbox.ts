import { type DispatchDeps, dispatchWith } from "../core/dispatch-outbox/dispatch-outbox.ts";
import type { OpenWorkflows } from "../core/ports/workflow.ts";
import type { OutboxMessage } from "../core/ports/writes.ts";

export type SweepDeps = DispatchDeps & { openWorkflows: OpenWorkflows };

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
  const messages = await deps.outbox.waiting();
  await dispatch(messages);
  await dispatch(await theDead(deps));
  return { swept: messages.length };
};
