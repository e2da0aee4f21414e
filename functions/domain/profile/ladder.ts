/** The parts of the workflow. */
export const ladders = [
  "while-missing",
  "contact",
  "return-interview",
  "strategy-discussion",
  "report-distribution",
] as const;

export type Ladder = (typeof ladders)[number];
