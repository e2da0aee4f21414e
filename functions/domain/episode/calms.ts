import type { Compact } from "../compact/compact.ts";
import type { Episode } from "./episode.ts";
import { higherRisk, treatedAs } from "./risk.ts";

/** Whether a report of an open episode gives a lower risk than it has: a calmer watch is an ending in part. */
export const calms = ({ kind, risk }: Compact, { facts }: Pick<Episode, "facts">): boolean => {
  if (risk === undefined || facts.risk === undefined || kind === "found" || kind === "cancelled")
    return false;
  const [said, held] = [treatedAs(risk), treatedAs(facts.risk)];
  return said !== held && higherRisk(said, held) === held;
};
