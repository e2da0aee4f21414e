import { type DispatchDeps, dispatchWith } from "../core/dispatch-outbox/dispatch-outbox.ts";
import { fewInTurn } from "../core/fire-rungs/in-turn.ts";
import type { OutboxMessage } from "../core/ports/writes.ts";
import type { Instant } from "../domain/calendar/instant.ts";

/** Of what an outage left behind, as much as is done well within the minute; the rest is the next minutes'. */
const MOST = 300;
const AT_ONCE = 8;
const MINUTE = 60_000;

/** Another part each minute, all of them in turn: messages that fail for ever keep none waiting for ever. */
const thisMinutes = (messages: readonly OutboxMessage[], now: Instant): OutboxMessage[] => {
  const from = (Math.floor(now / MINUTE) * MOST) % Math.max(messages.length, 1);
  return [...messages.slice(from), ...messages.slice(0, from)].slice(0, MOST);
};

/** Every minute: whatever a commit left undone because its function died or a service was away. */
export const sweepOutbox = async (deps: DispatchDeps): Promise<{ swept: number }> => {
  const all = await deps.outbox.waiting();
  const messages = all.length > MOST ? thisMinutes(all, deps.now()) : all;
  const carryOut = dispatchWith(deps);
  await fewInTurn(messages, AT_ONCE, async (message) => {
    await carryOut([message]);
    return true;
  });
  return { swept: messages.length };
};
