import type { Risk } from "./episode.ts";
import type { CompactEvent } from "./events.ts";

const ladder: readonly Risk[] = ["no-apparent-risk", "low", "medium", "high"];

/** A child is never low risk: such a compact is kept and treated as medium (Derby protocol 3.1, 3.2). */
export const treatedAs = (risk: Risk): Risk => (risk === "low" ? "medium" : risk);

export const higherRisk = (a: Risk | undefined, b: Risk): Risk =>
  a && ladder.indexOf(a) >= ladder.indexOf(b) ? a : b;

export const highestRisk = (compacts: readonly CompactEvent[]): Risk | undefined =>
  compacts
    .flatMap(({ compact }) => (compact.risk ? [treatedAs(compact.risk)] : []))
    .reduce<Risk | undefined>(higherRisk, undefined);
