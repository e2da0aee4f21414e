import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";

const metrics = new Metrics();

/** Counts what an alarm watches. No dimension names an episode or a mail. */
export const count = (
  name: "Applied" | "Duplicate" | "Quarantined" | "BankHolidaysEnd" | "FactsDiffer",
  times = 1,
): void => {
  if (times === 0) return;
  metrics.addMetric(name, MetricUnit.Count, times);
  metrics.publishStoredMetrics();
};
