import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { Duration } from "aws-cdk-lib/core";

/** A count that a function writes itself. As Powertools counts: the service is its one dimension. */
export const ownMetric = (metricName: string, authority: string, period: Duration): Metric =>
  new Metric({
    namespace: "SafeReturn",
    metricName,
    dimensionsMap: { service: `safe-return-${authority}` },
    period,
    statistic: "Sum",
  });
