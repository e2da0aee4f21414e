import type { Instant } from "../../domain/calendar/instant.ts";
import type { EpisodeEvent } from "../../domain/episode/events.ts";
import { lastProfileChange } from "../../domain/episode/profile-change.ts";
import { PermanentError } from "../../domain/errors.ts";
import { ofToday } from "../../domain/office/of-today.ts";
import { peopled } from "../../domain/office/office.ts";
import type { Ladder } from "../../domain/profile/ladder.ts";
import type { Dispatch, EpisodeStore, ProfileStore } from "../ports/episode-store.ts";
import type { People } from "../ports/office.ts";
import type { StoredEpisode } from "../ports/stored-episode.ts";
import type { Write } from "../ports/writes.ts";
import { commit } from "./commit.ts";
import { childKeysIn, type Plan, plan } from "./plan.ts";

export type AppendDeps = {
  episodes: EpisodeStore;
  profiles: ProfileStore;
  dispatch: Dispatch;
  people: People;
  now: () => Instant;
};

export type Addition = {
  episodeId: string;
  events: readonly EpisodeEvent[];
  /** Further writes of the same transaction: the ledger entry of a mail, a rung that was sent. */
  alongside?: readonly Write[];
  except?: Ladder;
};

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
  // Also those it was in until now, so that what takes it out of one is written there.
  const keys = [...new Set([...childKeysIn(all), ...(known?.row.childKeys ?? [])])];
  const { current, byHash } = deps.profiles;
  const hash = lastProfileChange(all)?.to ?? known?.row.profileHash ?? current.hash;
  return plan({
    episodeId,
    stored: known,
    newEvents: events,
    children: await deps.episodes.children(keys),
    profile: peopled(ofToday(await byHash(hash), current.profile), await deps.people()),
    profileHash: hash,
    now: deps.now(),
    ...(except ? { except } : {}),
  });
};

/** Adds facts to an episode. Facts already there are left out, so a retry changes nothing. */
export const appendEvents = (addition: Addition, deps: AppendDeps): Promise<Plan> =>
  commit(async () => {
    const planned = await planFor(addition, deps);
    const { alongside = [] } = addition;
    return { answer: planned, writes: [...planned.writes, ...alongside], outbox: planned.outbox };
  }, deps);
