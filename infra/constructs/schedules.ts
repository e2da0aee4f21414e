import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { Duration } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { FunctionName } from "../functions.ts";
import type { AlarmBell } from "./alarm-bell.ts";
import type { SafeFunction } from "./safe-function.ts";

/** UTC, as EventBridge rules are: the digest runs at both hours that can be 08:00 in London and picks one. */
const times = {
  "sweep-outbox": { schedule: Schedule.rate(Duration.minutes(1)), silentAfter: Duration.minutes(5) },
  "watch-deadlines": { schedule: Schedule.rate(Duration.minutes(1)), silentAfter: Duration.minutes(5) },
  "reconcile-mail": { schedule: Schedule.rate(Duration.minutes(15)), silentAfter: Duration.hours(1) },
  "send-digest": { schedule: Schedule.cron({ minute: "0", hour: "7,8" }), silentAfter: Duration.days(1) },
} as const satisfies Partial<Record<FunctionName, { schedule: Schedule; silentAfter: Duration }>>;

export type ScheduledName = keyof typeof times;
export const scheduledNames = Object.keys(times) as ScheduledName[];

/** What runs by the clock, and an alarm for each that has stopped running: silence looks like peace. */
export class Schedules extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: { functions: Record<ScheduledName, SafeFunction>; bell: AlarmBell },
  ) {
    super(scope, id);
    for (const name of scheduledNames) {
      const { schedule, silentAfter } = times[name];
      const { live } = props.functions[name];
      new Rule(this, name, { schedule, targets: [new LambdaFunction(live)] });
      props.bell.ringWhenSilent(`${name}-silent`, {
        metric: live.metricInvocations({ period: silentAfter, statistic: "Sum" }),
        hurt: `${name} has not run for ${silentAfter.toHumanString()}, so what it looks after is unwatched`,
        act: "See that its EventBridge rule is enabled and may call the alias live",
      });
    }
  }
}
