import { type FactsDiffering, factsDiffering } from "../../../functions/core/check-facts/facts-differing.ts";
import type { StoredSource } from "./sources.ts";

export type Rebuilt = FactsDiffering & { written: boolean };

/** Every episode folded anew, and what is kept of it put right. */
export const rebuild = async ({ deps }: StoredSource, checkOnly: boolean): Promise<Rebuilt> => ({
  ...(await factsDiffering(deps, { mends: !checkOnly })),
  written: !checkOnly,
});

export const rebuiltText = ({ looked, differing, failed, written }: Rebuilt): string =>
  [
    `${looked} episodes folded anew; the facts of ${differing.length} differed${written && differing.length > 0 ? " and were put right" : ""}.`,
    ...differing.map((episodeId) => `  ${episodeId}`),
    ...(failed.length > 0 ? [`${failed.length} could not be read:`, ...failed.map((id) => `  ${id}`)] : []),
  ].join("\n");
