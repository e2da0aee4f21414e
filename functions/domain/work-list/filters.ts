import * as z from "zod";
import type { Instant } from "../calendar/instant.ts";
import { type GroupName, groupNames, groupOf } from "./groups.ts";
import type { WorkItem } from "./item.ts";
import { isFoundBy } from "./search.ts";

export const NOBODY = "nobody";

/** What the list shows, as its address says it; what the address says wrongly shows everything. */
export const filtersSchema = z.object({
  /** A worker's address, or nobody. */
  owner: z.string().trim().min(1).optional().catch(undefined),
  /** A role of the profile's. */
  team: z.string().trim().min(1).optional().catch(undefined),
  group: z.enum(groupNames).optional().catch(undefined),
  q: z.string().trim().max(200).optional().catch(undefined),
});

export type Filters = {
  owner?: string | undefined;
  team?: string | undefined;
  group?: GroupName | undefined;
  q?: string | undefined;
};

const alike = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const isOf = (owner: string, { episode, duty, nobodys }: WorkItem): boolean => {
  const { allocation } = episode.listing;
  if (nobodys) return true;
  return [allocation?.worker, ...(duty?.owner.addresses ?? [])].some(
    (one) => one !== undefined && alike(one, owner),
  );
};

const isOfTeam = (team: string, { episode, nobodys }: WorkItem): boolean =>
  nobodys || episode.listing.teams.includes(team);

/** Whoever looks at their own work, or a team's, sees what nobody has too: that is how it finds somebody. */
export const filtered = (
  items: readonly WorkItem[],
  { owner, team, group, q }: Filters,
  now: Instant,
): WorkItem[] =>
  items.filter(
    (item) =>
      (owner === undefined || isOf(owner, item)) &&
      (team === undefined || isOfTeam(team, item)) &&
      (group === undefined || groupOf(item, now) === group) &&
      (q === undefined || isFoundBy(item.episode, q)),
  );
