import { type Instant, toInstant } from "../../domain/calendar/instant.ts";
import { ofToday } from "../../domain/office/of-today.ts";
import { peopled } from "../../domain/office/office.ts";
import type { Profile } from "../../domain/profile/profile.ts";
import type { Listing } from "../../domain/work-list/listing.ts";
import { type AppendDeps, planFor } from "../append-events/append-events.ts";
import type { EpisodeRow } from "../ports/stored-episode.ts";

export type ListDeps = Pick<AppendDeps, "episodes" | "profiles" | "people" | "now"> & {
  rows: { listed: (which: Which) => Promise<EpisodeRow[]> };
};

/** Everything open, everything there ever was, or those of some ids as far as there are any. */
export type Which = "open" | "all" | readonly string[];

/** A row whose listing holds now. `unread`: it could not be worked out, so a person has to open the episode. */
export type Listed = EpisodeRow & { listing: Listing; unread?: true };

const isGood = (row: EpisodeRow, now: Instant): row is Listed =>
  row.listing !== undefined &&
  (row.listing.goodUntil === undefined || now < toInstant(row.listing.goodUntil));

const nothingOf = ({ startAt }: EpisodeRow): Listing => ({
  made: 2,
  child: {},
  teams: [],
  duties: [],
  changedAt: startAt,
});
const leaveIt = async (): Promise<void> => {};

const folded = async (row: EpisodeRow, deps: ListDeps): Promise<Listed> => {
  const addition = { episodeId: row.episodeId, events: [] };
  const { listing, status } = (await planFor(addition, { ...deps, dispatch: leaveIt })).row;
  return { ...row, status, listing };
};

/** As the fold has it: of a row from before there were listings, or one that time alone has overtaken. */
const listedNow = async (row: EpisodeRow, deps: ListDeps): Promise<Listed> => {
  if (isGood(row, deps.now())) return row;
  try {
    return await folded(row, deps);
  } catch {
    // One that cannot be read hides neither itself nor any other.
    return { ...row, listing: row.listing ?? nothingOf(row), unread: true };
  }
};

/** A role's mailbox is who holds it now, whoever did when the row was written. */
const heldNow = (listed: Listed, { recipients }: Profile): Listed => {
  const now = <R extends { role: string }>(one: R) => {
    const held = recipients[one.role];
    return held ? { ...one, ...held } : one;
  };
  const duties = listed.listing.duties.map((duty) => ({
    ...duty,
    owner: now(duty.owner),
    ...(duty.watchers ? { watchers: duty.watchers.map(now) } : {}),
  }));
  return { ...listed, listing: { ...listed.listing, duties } };
};

/** The versions of the profile that rows are under, with whoever holds its roles now; one that is not kept is left out. */
const profilesOf = async (rows: readonly EpisodeRow[], { profiles, people }: ListDeps) => {
  const held = await people();
  const hashes = [...new Set(rows.map(({ profileHash }) => profileHash))];
  const found = await Promise.all(
    hashes.map(async (hash) => {
      const profile = await profiles.find(hash);
      return profile ? [[hash, peopled(ofToday(profile, profiles.current.profile), held)] as const] : [];
    }),
  );
  return new Map(found.flat());
};

/** Episodes as lists show them, from their rows. Nothing is written. */
export const listEpisodes = async (which: Which, deps: ListDeps): Promise<Listed[]> => {
  const rows = await deps.rows.listed(which);
  const profiles = await profilesOf(rows, deps);
  return Promise.all(
    rows.map(async (row) => {
      const profile = profiles.get(row.profileHash);
      const listed = await listedNow(row, deps);
      return profile ? heldNow(listed, profile) : listed;
    }),
  );
};
