import type { Risk } from "./episode.ts";
import type { ActionEvent, CompactEvent } from "./events.ts";

const ladder: readonly Risk[] = ["no-apparent-risk", "low", "medium", "high"];

/** A child is never low risk: such a compact is kept and treated as medium (Derby protocol 3.1, 3.2). */
export const treatedAs = (risk: Risk): Risk => (risk === "low" ? "medium" : risk);

export const higherRisk = (a: Risk | undefined, b: Risk): Risk =>
  a && ladder.indexOf(a) >= ladder.indexOf(b) ? a : b;

/** What a person recorded that the police decided counts as what a compact says (Derby framework; protocol 4.2). */
export const decidedRisk = ({ type, data }: ActionEvent): Risk | undefined =>
  type === "police-decision" && (data.decision === "medium" || data.decision === "high")
    ? data.decision
    : undefined;

export const highestRisk = (
  compacts: readonly CompactEvent[],
  actions: readonly ActionEvent[],
): Risk | undefined =>
  [...compacts.map(({ compact }) => compact.risk && treatedAs(compact.risk)), ...actions.map(decidedRisk)]
    .filter((risk) => risk !== undefined)
    .reduce<Risk | undefined>(higherRisk, undefined);
