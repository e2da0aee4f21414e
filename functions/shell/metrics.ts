import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";

const metrics = new Metrics();

/** Counts what an alarm watches. No dimension names an episode or a mail. */
export const count = (name: "Applied" | "Duplicate" | "Quarantined"): void => {
  metrics.addMetric(name, MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
};
