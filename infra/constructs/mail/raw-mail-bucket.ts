import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  type IBucket,
  ObjectOwnership,
  StorageClass,
} from "aws-cdk-lib/aws-s3";
import { CfnCondition, CfnParameter, Duration, Fn, RemovalPolicy, Stack } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { rawPrefix, sheetPrefix, shownPrefix } from "../../names.ts";
import { accept } from "../accept.ts";
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
      // The cast: CDK's classes and interfaces differ over `undefined` under exactOptionalPropertyTypes.
      serverAccessLogsBucket: new AccessLogs(scope, "MailAccessLogs") as IBucket,
      serverAccessLogsPrefix: "raw-mail/",
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    pinLogicalId(this, "RawMailBucket");
    accept(
      this,
      "A copy in a second region is each authority's to decide: infra/README.md says how, and what it costs",
      "NIST.800.53.R5-S3BucketReplicationEnabled",
    );
    this.tellOfArrivals();
    this.lockEvidence();
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

  /** Not CDK's own property: it would add a function of CDK's that does this after the bucket is made. */
  private tellOfArrivals(): void {
    const bare = this.node.defaultChild;
    if (bare instanceof CfnBucket)
      bare.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }

  /** Governance, not compliance: whom a court or the law on data tells to erase must be able to. */
  private lockEvidence(): void {
    const stack = Stack.of(this);
    const lock = new CfnParameter(stack, "LockEvidence", {
      default: "no",
      allowedValues: ["no", "yes"],
      description: "Whether nobody may overwrite or delete a mail. To be decided before the first deploy",
    });
    const days = new CfnParameter(stack, "EvidenceLockDays", {
      type: "Number",
      default: 30,
      minValue: 1,
      maxValue: 3650,
      description: "For how many days, where evidence is locked",
    });
    const locked = new CfnCondition(stack, "LocksEvidence", {
      expression: Fn.conditionEquals(lock.valueAsString, "yes"),
    });
    const bare = this.node.defaultChild;
    if (!(bare instanceof CfnBucket)) return;
    const given = (value: unknown) => ({ "Fn::If": [locked.logicalId, value, { Ref: "AWS::NoValue" }] });
    bare.addPropertyOverride("ObjectLockEnabled", given(true));
    bare.addPropertyOverride(
      "ObjectLockConfiguration",
      given({
        ObjectLockEnabled: "Enabled",
        Rule: { DefaultRetention: { Mode: "GOVERNANCE", Days: days.value } },
      }),
    );
  }
}

/** Who fetched which mail, from where: kept a year, as all logs are. */
class AccessLogs extends Bucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      // S3 writes access logs under its own key only.
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(365), noncurrentVersionExpiration: Duration.days(30) }],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    accept(
      this,
      "Who fetched which id and when, no mail: one region is enough, and S3 writes them under its own key only",
      "NIST.800.53.R5-S3BucketReplicationEnabled",
      "NIST.800.53.R5-S3DefaultEncryptionKMS",
    );
  }
}
