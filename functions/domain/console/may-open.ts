import type { Listing } from "../work-list/listing.ts";

type Person = { address: string; roles: readonly string[]; teams?: readonly string[] | undefined };

const wide = ["coordinator", "manager", "auditor"];

/**
 * Whether a person may see and work an episode at all: a worker those allocated to them, to somebody they stand in
 * for or to their team. What they may not open is to them as unknown as what does not exist.
 */
export const mayOpen = (
  { address, roles, teams = [] }: Person,
  { allocation, teams: theirs }: Pick<Listing, "allocation" | "teams">,
): boolean => {
  if (roles.some((role) => wide.includes(role))) return true;
  if (!roles.includes("worker")) return false;
  const own = [allocation?.worker, allocation?.interviewer, allocation?.lineManager, allocation?.deputyFor];
  return (
    own.some((one) => one?.toLowerCase() === address.toLowerCase()) ||
    teams.some((team) => theirs.includes(team))
  );
};
