import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { Duration } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { FunctionName } from "../../functions.ts";
import type { AlarmBell } from "../alarms/alarm-bell.ts";
import type { SafeFunction } from "./safe-function.ts";

const everyMinute = [Schedule.rate(Duration.minutes(1))];

/**
 * 08:00 in London, in UTC as EventBridge rules are: an hour earlier in summer, and at both hours in the two months
 * in which the clocks change; the function picks the right one.
 */
const eightInLondon = [
  Schedule.cron({ minute: "0", hour: "8", month: "1,2,11,12" }),
  Schedule.cron({ minute: "0", hour: "7", month: "4-9" }),
  Schedule.cron({ minute: "0", hour: "7,8", month: "3,10" }),
];

const times = {
  "sweep-outbox": { schedules: everyMinute, silentAfter: Duration.minutes(5) },
  "watch-deadlines": { schedules: everyMinute, silentAfter: Duration.minutes(5) },
  "reconcile-mail": { schedules: [Schedule.rate(Duration.minutes(15))], silentAfter: Duration.hours(1) },
  "send-digest": { schedules: eightInLondon, silentAfter: Duration.days(1) },
  // Another part of all episodes each hour.
  "check-facts": { schedules: [Schedule.cron({ minute: "30" })], silentAfter: Duration.hours(3) },
  // What is due is decided by London's clocks, and once: an hour that comes twice sends nothing twice.
  "send-report": { schedules: [Schedule.cron({ minute: "0" })], silentAfter: Duration.hours(3) },
  // A silence is measured in days and a share over 50 mails; each quarantined mail is told by itself at once.
  "watch-forces": { schedules: [Schedule.rate(Duration.hours(6))], silentAfter: Duration.days(1) },
  "print-sheet": { schedules: [Schedule.rate(Duration.hours(1))], silentAfter: Duration.hours(3) },
} as const satisfies Partial<Record<FunctionName, { schedules: Schedule[]; silentAfter: Duration }>>;

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
      const { schedules, silentAfter } = times[name];
      const { live } = props.functions[name];
      for (const [i, schedule] of schedules.entries())
        new Rule(this, i === 0 ? name : `${name}-${i + 1}`, {
          schedule,
          targets: [new LambdaFunction(live)],
        });
      props.bell.ringWhenSilent(`${name}-silent`, {
        metric: live.metricInvocations({ period: silentAfter, statistic: "Sum" }),
        hurt: `${name} has not run for ${silentAfter.toHumanString()}, so what it looks after is unwatched`,
        act: "See that its EventBridge rule is enabled and may call the alias live",
      });
    }
  }
}
