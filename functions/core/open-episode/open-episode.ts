import type { Context } from "../../domain/condition/context.ts";
import { arisen } from "../../domain/duty/assess.ts";
import type { Duty } from "../../domain/duty/duty.ts";
import type { EpisodeEvent } from "../../domain/episode/events.ts";
import { isEpisodeId } from "../../domain/episode/identity.ts";
import type { Listing } from "../../domain/work-list/listing.ts";
import { type AppendDeps, planFor } from "../append-events/append-events.ts";
import type { EpisodeRow } from "../ports/stored-episode.ts";

export type OpenDeps = Pick<AppendDeps, "episodes" | "profiles" | "people" | "now">;

/** One episode as it stands now, under the version of the protocol it keeps. */
export type Opened = {
  row: EpisodeRow & { listing: Listing };
  events: readonly EpisodeEvent[];
  context: Context;
  /** Those that have arisen. */
  duties: readonly Duty[];
};

const leaveIt = async (): Promise<void> => {};

/** Undefined where there is none. Nothing is written. */
export const openEpisode = async (episodeId: string, deps: OpenDeps): Promise<Opened | undefined> => {
  const stored = isEpisodeId(episodeId) ? await deps.episodes.load(episodeId) : undefined;
  if (!stored) return undefined;
  const { row, context, assessment } = await planFor(
    { episodeId, events: [] },
    { ...deps, dispatch: leaveIt },
    stored,
  );
  return {
    // What is planned counts a commit that is not made.
    row: { ...row, version: stored.row.version },
    events: stored.events,
    context,
    duties: arisen(assessment, context.now),
  };
};
