import { appendEvents, planFor } from "../append-events/append-events.ts";
import type { DueEpisodes } from "../ports/episode-store.ts";
import { dueIn } from "./asked-of.ts";
import { EPISODES_AT_ONCE, fewInTurn } from "./in-turn.ts";
import { type Own, type TellDeps, tellMailbox } from "./tell-mailbox.ts";
import { nobodyLeft } from "./told-events.ts";

export type FireDeps = TellDeps & { due: DueEpisodes };

/** Which mailboxes are asked something now, by which episodes; rungs that have nobody left to tell have fired. */
const asking = async (episodeIds: readonly string[], deps: FireDeps, failed: Failed) => {
  const asked = new Map<string, Set<string>>();
  await fewInTurn(episodeIds, EPISODES_AT_ONCE, async (episodeId) => {
    try {
      const planned = await planFor({ episodeId, events: [] }, deps);
      const found = dueIn(planned);
      for (const cause of found.failures) failed(episodeId, cause);
      asked.set(episodeId, new Set(found.rungs.flatMap(({ to }) => to)));
      const events = nobodyLeft(planned);
      if (events.length > 0) await appendEvents({ episodeId, events }, deps);
    } catch (cause) {
      failed(episodeId, cause);
    }
    return true;
  });
  // In the order in which they were given, whoever was read first: the longest due comes first.
  const mailboxes = new Map<string, string[]>();
  for (const episodeId of episodeIds)
    for (const address of asked.get(episodeId) ?? [])
      mailboxes.set(address, [...(mailboxes.get(address) ?? []), episodeId]);
  return mailboxes;
};

const PATIENCE_MS = 25_000;

type Failed = (episodeId: string, cause: unknown) => void;

/**
 * Fires every rung that is due in these episodes: claim → SES → event. Each mailbox is claimed, gets one mail with all that
 * is asked of it, and the rungs in it are on record before the next. A killed process leaves a claim that expires, so that
 * nothing is lost, and at most the one mail that SES had taken goes again.
 */
export const fireAll = async (
  episodeIds: readonly string[],
  deps: FireDeps,
  failed: Failed,
): Promise<number> => {
  let mails = 0;
  const began = deps.now();
  for (const [address, ids] of await asking(episodeIds, deps, failed)) {
    // Whoever runs out of time on the way sends a mail twice: what is left is the next minute's.
    if (deps.now() - began > PATIENCE_MS) break;
    try {
      const fired = await tellMailbox(address, ids, deps);
      mails += fired.mails;
      for (const cause of fired.failures) failed(ids.join(), cause);
    } catch (cause) {
      failed(ids.join(), cause);
    }
  }
  return mails;
};

/** After an outage hundreds may be due at once: the watchdog looks at all of them, a ladder at these and its own. */
const MOST_OTHERS = 25;

/**
 * What one episode asks, as its workflow fires it, in the mails that go to the same mailboxes about other children at the
 * same moment. A mail that cannot be sent keeps no other waiting, and is thrown at the end.
 */
export const fireRungs = async (own: Own, deps: FireDeps): Promise<number> => {
  const failures: unknown[] = [];
  const mine = await asking([own.episodeId], deps, (_, cause) => failures.push(cause));
  if (mine.size === 0) return thrown(failures, 0);
  const due = (await deps.due.dueBy(deps.now(), MOST_OTHERS + 1)).map(({ episodeId }) => episodeId);
  const others = due.filter((id) => id !== own.episodeId).slice(0, MOST_OTHERS);
  // What is wrong with another child's episode is told by the watchdog.
  const theirs = await asking(others, deps, () => {});
  let mails = 0;
  for (const [address] of mine)
    try {
      const fired = await tellMailbox(address, [own.episodeId, ...(theirs.get(address) ?? [])], deps, own);
      mails += fired.mails;
      failures.push(...fired.failures);
    } catch (cause) {
      failures.push(cause);
    }
  return thrown(failures, mails);
};

const thrown = (failures: readonly unknown[], mails: number): number => {
  if (failures.length > 0) throw failures[0];
  return mails;
};
