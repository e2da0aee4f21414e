import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { type Duration, Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { receiptRuleSet } from "../../names.ts";
import { IngestQueue } from "./ingest-queue.ts";
import { RawMailBucket } from "./raw-mail-bucket.ts";

/** The way in: SES puts the mail in the bucket, then says so on the topic, with its verdicts. */
export class InboundMail extends Construct {
  readonly bucket: RawMailBucket;
  readonly receipts: Topic;
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(
    scope: Construct,
    id: string,
    props: { authority: string; key: IKey; readerTimeout: Duration },
  ) {
    super(scope, id);
    const { account, region } = Stack.of(this);
    const receiptRuleArn = `arn:aws:ses:${region}:${account}:receipt-rule-set/${receiptRuleSet}:receipt-rule/${props.authority}`;
    this.bucket = new RawMailBucket(this, "RawMail", { key: props.key, receiptRuleArn, account });
    this.receipts = new Topic(this, "Receipts", { masterKey: props.key, enforceSSL: true });
    this.receipts.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("ses.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.receipts.topicArn],
        conditions: {
          StringEquals: { "aws:SourceAccount": account },
          ArnEquals: { "aws:SourceArn": receiptRuleArn },
        },
      }),
    );
    const ingest = new IngestQueue(this, "Ingest", { ...props, topic: this.receipts });
    this.queue = ingest.queue;
    this.deadLetters = ingest.deadLetters;
  }
}
