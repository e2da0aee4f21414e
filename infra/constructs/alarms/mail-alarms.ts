import { Duration } from "aws-cdk-lib/core";
import type { InboundMail } from "../mail/inbound-mail.ts";
import type { AlarmBell } from "./alarm-bell.ts";
import { ownMetric } from "./own-metric.ts";

const period = Duration.minutes(1);

/** Alarms for a mail that came and was not read. */
export const ringForMail = (bell: AlarmBell, mail: InboundMail, authority: string): void => {
  bell.ring("DeadLetters", {
    metric: mail.deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: "Maximum" }),
    atLeast: 1,
    hurt: "A police mail could not be read after five tries, so a child's episode may be unknown",
    act: "Read the mail in the raw bucket yourself now, then mend the cause and redrive the dead-letter queue",
  });
  bell.ring("OldestReceipt", {
    metric: mail.queue.metricApproximateAgeOfOldestMessage({ period, statistic: "Maximum" }),
    atLeast: Duration.minutes(10).toSeconds(),
    hurt: "A police mail has been waiting for ten minutes and nobody has read it",
    act: "See whether ingest-compact runs, is throttled or fails, and read waiting mails in the raw bucket",
  });
  bell.ring("Quarantined", {
    metric: ownMetric("Quarantined", authority, period),
    atLeast: 1,
    hurt: "A mail was not understood and waits in quarantine; it may be about a child missing now",
    act: "See that the person named in the quarantine mail has taken it on",
  });
};
