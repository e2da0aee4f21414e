import { TransientError } from "../../domain/errors.ts";
import type { Dispatch, EpisodeStore } from "../ports/episode-store.ts";
import type { OutboxMessage, Write } from "../ports/writes.ts";

export type CommitDeps = { episodes: Pick<EpisodeStore, "transact">; dispatch: Dispatch };

/** What was decided on what is stored now: the answer, and the writes that make it true. Without writes it is true already. */
export type Decision<A> = {
  answer: A;
  writes?: readonly Write[];
  outbox?: readonly OutboxMessage[];
};

/** Twenty people at one episode all get through: of those who write at once one is first each time. */
const MOST_CONFLICTS = 20;

/**
 * One transaction, then what it makes due. A conflict is decided again on what the other writer left; where nothing is
 * to be written, nothing is. TransientError where somebody else was first every time.
 */
export const commit = async <A>(decide: () => Promise<Decision<A>>, deps: CommitDeps): Promise<A> => {
  for (let attempt = 0; attempt < MOST_CONFLICTS; attempt += 1) {
    const { answer, writes, outbox = [] } = await decide();
    if (!writes) return answer;
    if ((await deps.episodes.transact(writes)) === "conflict") continue;
    await deps.dispatch(outbox);
    return answer;
  }
  throw new TransientError("somebody else wrote first under every attempt");
};
