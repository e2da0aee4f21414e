import type { Instant } from "../../domain/calendar/instant.ts";
import type { EpisodeEvent } from "../../domain/episode/events.ts";
import { lastProfileChange } from "../../domain/episode/profile-change.ts";
import { PermanentError, TransientError } from "../../domain/errors.ts";
import type { Ladder } from "../../domain/profile/ladder.ts";
import type { Dispatch, EpisodeStore, ProfileStore } from "../ports/episode-store.ts";
import type { StoredEpisode } from "../ports/stored-episode.ts";
import type { Write } from "../ports/writes.ts";
import { childKeysIn, type Plan, plan } from "./plan.ts";

export type AppendDeps = {
  episodes: EpisodeStore;
  profiles: ProfileStore;
  dispatch: Dispatch;
  now: () => Instant;
};

export type Addition = {
  episodeId: string;
  events: readonly EpisodeEvent[];
  /** Further writes of the same transaction: the ledger entry of a mail, a rung that was sent. */
  alongside?: readonly Write[];
  except?: Ladder;
};

const MOST_CONFLICTS = 8;

/** The plan for an episode as it is stored now; nothing is written. One that is not there has to begin with events. */
export const planFor = async (
  addition: Addition,
  deps: AppendDeps,
  stored?: StoredEpisode,
): Promise<Plan> => {
  const { episodeId, events, except } = addition;
  const known = stored ?? (await deps.episodes.load(episodeId));
  if (!known && events.length === 0) throw new PermanentError("no such episode");
  const all = [...(known?.events ?? []), ...events];
  const keys = childKeysIn(all);
  const { current, byHash } = deps.profiles;
  const hash = lastProfileChange(all)?.to ?? known?.row.profileHash ?? current.hash;
  return plan({
    episodeId,
    stored: known,
    newEvents: events,
    children: await deps.episodes.children(keys),
    profile: await byHash(hash),
    profileHash: hash,
    now: deps.now(),
    ...(except ? { except } : {}),
  });
};

/**
 * One transaction, then what it makes due. A conflict is planned again on what the other writer left; where there
 * is nothing to plan, nothing is written.
 */
export const untilCommitted = async <P extends Pick<Plan, "writes" | "outbox"> | undefined>(
  planNow: () => Promise<P>,
  deps: AppendDeps,
  alongside: readonly Write[] = [],
): Promise<P> => {
  for (let attempt = 0; attempt < MOST_CONFLICTS; attempt += 1) {
    const planned = await planNow();
    if (!planned) return planned;
    const written = await deps.episodes.transact([...planned.writes, ...alongside]);
    if (written === "conflict") continue;
    await deps.dispatch(planned.outbox);
    return planned;
  }
  throw new TransientError("the episode changed under every attempt to add to it");
};

/** Adds facts to an episode. Facts already there are left out, so a retry changes nothing. */
export const appendEvents = (addition: Addition, deps: AppendDeps): Promise<Plan> =>
  untilCommitted(() => planFor(addition, deps), deps, addition.alongside);
