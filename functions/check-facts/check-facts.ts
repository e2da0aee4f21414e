import { type CheckDeps, factsDiffering } from "../core/check-facts/facts-differing.ts";
import { inLondon } from "../domain/calendar/london.ts";

export type CheckFactsDeps = CheckDeps & {
  /** How many were not as their record says, or could not be looked at: an alarm rings. */
  differ: (count: number) => void;
  /** Called with ids only. */
  failed: (id: string) => void;
};

const HOURS = 24;

/** Each hour another part of all episodes, so that within a day each was folded anew and its facts put right. */
export const checkFacts = async (deps: CheckFactsDeps): Promise<{ differed: number }> => {
  const shard = { of: HOURS, number: inLondon(deps.now()).hour };
  const { differing, failed } = await factsDiffering(deps, { shard, mends: true });
  for (const id of [...differing, ...failed]) deps.failed(id);
  deps.differ(differing.length + failed.length);
  return { differed: differing.length };
};
