import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { type ITopic, Subscription, SubscriptionProtocol } from "aws-cdk-lib/aws-sns";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Duration } from "aws-cdk-lib/core";
import { Construct } from "constructs";

/** A mail that failed this often goes to the dead letters, where a person is told. */
const maxReceiveCount = 5;

/** Receipts waiting to be read. Nothing is given up silently: what can't be read waits 14 days in dead letters. */
export class IngestQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: { key: IKey; topic: ITopic; readerTimeout: Duration }) {
    super(scope, id);
    const encrypted = {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: props.key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    };
    this.deadLetters = new Queue(this, "DeadLetters", encrypted);
    this.queue = new Queue(this, "Queue", {
      ...encrypted,
      // Lambda's own advice: six times the function's time-out, or a slow mail is read twice at once.
      visibilityTimeout: Duration.seconds(props.readerTimeout.toSeconds() * 6),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount },
    });
    this.queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("sns.amazonaws.com")],
        actions: ["sqs:SendMessage"],
        resources: [this.queue.queueArn],
        conditions: { ArnEquals: { "aws:SourceArn": props.topic.topicArn } },
      }),
    );
    // Not SqsSubscription: it would name the topic in the key's policy, and the topic is encrypted with the key.
    new Subscription(this, "Subscription", {
      topic: props.topic,
      protocol: SubscriptionProtocol.SQS,
      endpoint: this.queue.queueArn,
    }).node.addDependency(this.queue);
  }
}
