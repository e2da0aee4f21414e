/** Every report there is, by name. Apart from what they hold: every function reads profiles, which only name them. */
export const reportNames = [
  "timeliness",
  "anomalies",
  "monitoring-group",
  "safeguarding-board",
  "panel",
  "missing-monday",
  "macse",
  "strategy-list",
  "quarterly",
  "quarterly-report",
  "annual",
  "tracker",
] as const;

export type ReportName = (typeof reportNames)[number];
