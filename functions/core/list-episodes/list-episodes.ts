import { type Instant, toInstant } from "../../domain/calendar/instant.ts";
import type { Listing } from "../../domain/work-list/listing.ts";
import { type AppendDeps, planFor } from "../append-events/append-events.ts";
import type { EpisodeRow } from "../ports/stored-episode.ts";

export type ListDeps = Pick<AppendDeps, "episodes" | "profiles" | "now"> & {
  rows: { listed: (which: "open" | "all") => Promise<EpisodeRow[]> };
};

/** A row whose listing holds now. `unread`: it could not be worked out, so a person has to open the episode. */
export type Listed = EpisodeRow & { listing: Listing; unread?: true };

const isGood = (row: EpisodeRow, now: Instant): row is Listed =>
  row.listing !== undefined &&
  (row.listing.goodUntil === undefined || now < toInstant(row.listing.goodUntil));

const nothing: Listing = { made: 1, child: {}, teams: [], duties: [] };
const leaveIt = async (): Promise<void> => {};

const folded = async (row: EpisodeRow, deps: ListDeps): Promise<Listed> => {
  const addition = { episodeId: row.episodeId, events: [] };
  const { listing = nothing, status } = (await planFor(addition, { ...deps, dispatch: leaveIt })).row;
  return { ...row, status, listing };
};

/** As the fold has it: of a row from before there were listings, or one that time alone has overtaken. */
const listedNow = async (row: EpisodeRow, deps: ListDeps): Promise<Listed> => {
  if (isGood(row, deps.now())) return row;
  try {
    return await folded(row, deps);
  } catch {
    // One that cannot be read hides neither itself nor any other.
    return { ...row, listing: row.listing ?? nothing, unread: true };
  }
};

/** Episodes as lists show them, from their rows. Nothing is written. */
export const listEpisodes = async (which: "open" | "all", deps: ListDeps): Promise<Listed[]> => {
  const rows = await deps.rows.listed(which);
  return Promise.all(rows.map((row) => listedNow(row, deps)));
};
