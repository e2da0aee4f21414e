import { type AppendDeps, planFor } from "../core/append-events/append-events.ts";
import { commit, type Decision } from "../core/append-events/commit.ts";
import type { EpisodeRow } from "../core/ports/stored-episode.ts";
import type { Move } from "../domain/episode/events.ts";
import { changeProfile } from "../domain/migration/change-profile.ts";
import type { Profile } from "../domain/profile/profile.ts";
import { type MigrationRequest, PAGE } from "./request.ts";

export type MigrateDeps = AppendDeps & {
  open: () => Promise<{ episodeId: string }[]>;
  /** Called with ids only. */
  failed: (id: string, cause: unknown) => void;
};

/** An episode that moved, or would; or why it stays under the version it has. */
export type MigratedEpisode = { reference: string; from: string; moves: Move[]; refused?: string };

export type Migrated =
  | { outcome: "unknown-version"; version: string }
  | {
      outcome: "migrated" | "would-migrate";
      to: string;
      episodes: MigratedEpisode[];
      /** Episodes that could not be looked at: the log says why. */
      failed: string[];
      /** Still to be asked for, a page at a time. */
      left: string[];
    };

type Target = { profile: Profile; to: string; by: string };

const refusal = (force: string, former: Profile | undefined, { profile }: Target): string | undefined => {
  if (!former) return "the version it is under is not kept, so nobody can say what would move";
  return profile.forces.some(({ id }) => id === force)
    ? undefined
    : `the new version has no force "${force}"`;
};

/** The episode moved, planned on what is stored now; nothing where it is under that version already. */
const prepare = async (
  episodeId: string,
  target: Target,
  deps: MigrateDeps,
): Promise<Decision<MigratedEpisode | undefined>> => {
  const stored = await deps.episodes.load(episodeId);
  if (!stored || stored.row.profileHash === target.to) return { answer: undefined };
  const { reference, profileHash: from } = stored.row;
  const { context } = await planFor({ episodeId, events: [] }, deps, stored);
  const event = changeProfile(context, { ...target, from });
  const { writes, outbox } = await planFor({ episodeId, events: [event] }, deps, stored);
  return { writes, outbox, answer: { reference, from, moves: event.moves } };
};

const hasEnded = ({ status }: EpisodeRow): boolean => status === "closed" || status === "cancelled";

const migrateOne = async (episodeId: string, target: Target, dryRun: boolean, deps: MigrateDeps) => {
  const row = (await deps.episodes.load(episodeId))?.row;
  // It may have ended since the list of open ones was made.
  if (!row || row.profileHash === target.to || hasEnded(row)) return undefined;
  const { reference, force, profileHash: from } = row;
  const refused = refusal(force, await deps.profiles.find(from), target);
  if (refused) return { reference, from, moves: [], refused };
  const planNow = () => prepare(episodeId, target, deps);
  return dryRun ? (await planNow()).answer : commit(planNow, deps);
};

/**
 * Brings open episodes under another version of their authority's profile, a page at a time: an event each, with
 * what moves and why, in the one transaction, after which the workflow follows the new ladders. Which are open is read
 * once, for the first page. An episode already there is left out, so that it may be asked for again after any accident.
 */
export const migrateEpisodes = async (request: MigrationRequest, deps: MigrateDeps): Promise<Migrated> => {
  const { by, dryRun, to = deps.profiles.current.hash } = request;
  const profile = await deps.profiles.find(to);
  if (!profile) return { outcome: "unknown-version", version: to };
  const wanted = request.episodeIds ?? (await deps.open()).map(({ episodeId }) => episodeId).toSorted();
  const episodes: MigratedEpisode[] = [];
  const failed: string[] = [];
  for (const id of wanted.slice(0, PAGE)) {
    try {
      const answer = await migrateOne(id, { profile, to, by }, dryRun, deps);
      if (answer) episodes.push(answer);
    } catch (cause) {
      deps.failed(id, cause);
      failed.push(id);
    }
  }
  return { outcome: dryRun ? "would-migrate" : "migrated", to, episodes, failed, left: wanted.slice(PAGE) };
};
