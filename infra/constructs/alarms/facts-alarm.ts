import { Duration } from "aws-cdk-lib/core";
import type { AlarmBell } from "./alarm-bell.ts";
import { ownMetric } from "./own-metric.ts";

/** check-facts folds every episode once a day and compares. */
export const ringForFacts = (bell: AlarmBell, authority: string): void => {
  bell.ring("FactsDiffer", {
    metric: ownMetric("FactsDiffer", authority, Duration.hours(1)),
    atLeast: 1,
    hurt: "Reports were counted from rows that are not what the record says; they have been put right since",
    act: "Read the log of check-facts for the episodes, and `npm run report -- AUTHORITY REPORT PERIOD --sent` for what was sent",
  });
};
