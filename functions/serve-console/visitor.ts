import type { Opened } from "../core/open-episode/open-episode.ts";
import type { StaffVisit } from "../core/web/visit.ts";
import { mayOpen } from "../domain/console/may-open.ts";
import type { Console } from "./console.ts";

const opened = new WeakMap<StaffVisit, Promise<Opened | undefined>>();

/** The episode that a path names, read once for each visit: for the guard and for the page. */
export const episodeOf = (
  visit: StaffVisit,
  { episodes }: Pick<Console, "episodes">,
): Promise<Opened | undefined> => {
  const known = opened.get(visit) ?? episodes.open(visit.params.id ?? "");
  opened.set(visit, known);
  return known;
};

/** A page of an episode exists for whoever may open it, and for nobody else. */
export const isOpenToThem = async (visit: StaffVisit, console: Console): Promise<boolean> => {
  const episode = await episodeOf(visit, console);
  return episode !== undefined && mayOpen(visit.session.staff, episode.row.listing);
};
