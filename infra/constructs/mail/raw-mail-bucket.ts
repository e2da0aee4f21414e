import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectOwnership,
  StorageClass,
} from "aws-cdk-lib/aws-s3";
import { Duration, RemovalPolicy } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { rawPrefix, sheetPrefix, shownPrefix } from "../../names.ts";
import { pinLogicalId } from "../pin-logical-id.ts";

/**
 * Mails as they came. They are evidence, so nothing here deletes one: how long an authority keeps them is its
 * retention schedule's to say, not a default's. What is laid out of one for somebody to fetch is only a copy.
 */
const lifecycleRules = [
  {
    id: "rarely read after a quarter",
    transitions: [{ storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(90) }],
    noncurrentVersionExpiration: Duration.days(365),
    abortIncompleteMultipartUploadAfter: Duration.days(7),
  },
  {
    id: "copies for somebody to fetch",
    prefix: shownPrefix,
    expiration: Duration.days(1),
    noncurrentVersionExpiration: Duration.days(1),
  },
  { id: "sheets of before", prefix: sheetPrefix, noncurrentVersionExpiration: Duration.days(7) },
];

/** Where SES puts each mail, under this authority's receipt rule and no other. */
export class RawMailBucket extends Bucket {
  constructor(scope: Construct, id: string, props: { key: IKey; receiptRuleArn: string; account: string }) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      lifecycleRules,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    pinLogicalId(this, "RawMailBucket");
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("ses.amazonaws.com")],
        actions: ["s3:PutObject"],
        resources: [this.arnForObjects(`${rawPrefix}*`)],
        conditions: {
          StringEquals: { "aws:SourceAccount": props.account },
          ArnEquals: { "aws:SourceArn": props.receiptRuleArn },
        },
      }),
    );
  }
}
