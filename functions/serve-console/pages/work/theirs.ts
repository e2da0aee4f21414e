import type { Listed, Which } from "../../../core/list-episodes/list-episodes.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { mayOpen } from "../../../domain/console/may-open.ts";
import type { Console } from "../../console.ts";

export const isOpen = ({ status }: Pick<Listed, "status">): boolean =>
  status === "missing" || status === "returned";

/** The episodes this person may open, from their rows. */
export const theirEpisodes = async (
  { session }: Pick<StaffVisit, "session">,
  { episodes }: Pick<Console, "episodes">,
  which: Which = "open",
): Promise<Listed[]> => {
  return (await episodes.listed(which)).filter(({ listing }) => mayOpen(session.staff, listing));
};
