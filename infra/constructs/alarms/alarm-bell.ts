import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import { Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { generatedNames } from "../../names.ts";

/** Every alarm hangs on the bell, so its name begins with the bell's. */
const ownAlarms = (authority: string): string => `alarm:${generatedNames(authority, "Bell")}`;

export type Ring = {
  metric: IMetric;
  /** Rings from this value on. */
  atLeast: number;
  /** Who is hurt, in plain words. */
  hurt: string;
  /** What to do about it. */
  act: string;
};

/** One topic that people subscribe to; every alarm says who is hurt and what to do. */
export class AlarmBell extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: { key: IKey; authority: string }) {
    super(scope, id);
    this.topic = new Topic(this, "Alarms", {
      displayName: `Safe Return alarms, ${props.authority}`,
      masterKey: props.key,
      enforceSSL: true,
    });
    const { account, region } = Stack.of(this);
    // A topic with a policy of its own admits nobody whom the policy does not name, CloudWatch included.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.topic.topicArn],
        conditions: {
          StringEquals: { "aws:SourceAccount": account },
          ArnLike: {
            "aws:SourceArn": `arn:aws:cloudwatch:${region}:${account}:${ownAlarms(props.authority)}`,
          },
        },
      }),
    );
  }

  ring(id: string, { metric, atLeast, hurt, act }: Ring): Alarm {
    return this.add(id, metric, `${hurt}. ${act}`, {
      threshold: atLeast,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  /**
   * For what must happen all the time: rings when the metric falls silent. A new alarm has no data and is no different
   * from one whose metric has ended, but for the change: only that rings, so that nobody is woken by a deploy.
   */
  ringWhenSilent(id: string, { metric, hurt, act }: Omit<Ring, "atLeast">): Alarm {
    const alarm = this.add(id, metric, `${hurt}. ${act}`, {
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.MISSING,
    });
    alarm.addInsufficientDataAction(new SnsAction(this.topic));
    return alarm;
  }

  private add(
    id: string,
    metric: IMetric,
    alarmDescription: string,
    when: { threshold: number; comparisonOperator: ComparisonOperator; treatMissingData: TreatMissingData },
  ): Alarm {
    const alarm = new Alarm(this, id, { metric, alarmDescription, evaluationPeriods: 1, ...when });
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }
}
