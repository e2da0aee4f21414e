import { type DispatchDeps, dispatchWith } from "../core/dispatch-outbox/dispatch-outbox.ts";

/** Every minute: whatever a commit left undone because its function died or a service was away. */
export const sweepOutbox = async (deps: DispatchDeps): Promise<{ swept: number }> => {
  const messages = await deps.outbox.waiting();
  await dispatchWith(deps)(messages);
  return { swept: messages.length };
};
