import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Duration } from "aws-cdk-lib/core";
import type { AlarmBell } from "./alarm-bell.ts";

const options = { period: Duration.minutes(5), statistic: "Sum" };
const act =
  "Find the execution by its episode id in the console; the watchdog sends its mails until it is restarted";

/** No branch of an episode is meant to fail, so one that ends early has found a way nobody thought of. */
export const ringForWorkflow = (bell: AlarmBell, machine: StateMachine): void => {
  const endings = [
    { id: "ExecutionsFailed", metric: machine.metricFailed(options), what: "failed" },
    { id: "ExecutionsTimedOut", metric: machine.metricTimedOut(options), what: "timed out" },
    { id: "ExecutionsAborted", metric: machine.metricAborted(options), what: "was stopped by hand" },
  ];
  for (const { id, metric, what } of endings)
    bell.ring(id, {
      metric,
      atLeast: 1,
      hurt: `An episode's workflow ${what}: its child has lost one of two safeguards`,
      act,
    });
};
