import type { Compact } from "../compact/compact.ts";
import type { Episode } from "./episode.ts";
import { higherRisk, treatedAs } from "./risk.ts";

/** Whether a report that opens nothing gives a lower risk than the episode has: a calmer watch is an ending in part. */
export const calms = ({ kind, risk }: Compact, { facts }: Pick<Episode, "facts">): boolean => {
  if (risk === undefined || facts.risk === undefined || (kind !== "update" && kind !== "absent"))
    return false;
  const [said, held] = [treatedAs(risk), treatedAs(facts.risk)];
  return said !== held && higherRisk(said, held) === held;
};
