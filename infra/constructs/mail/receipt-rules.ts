import { CfnReceiptRule, CfnReceiptRuleSet } from "aws-cdk-lib/aws-ses";
import { Fn } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { Profile } from "../../../functions/domain/profile/profile.ts";
import { exportName, rawPrefix, receiptRuleSet } from "../../names.ts";

/** The account's one rule set, a rule for each authority in it. CloudFormation can't make it the active one. */
export class ReceiptRules extends Construct {
  constructor(scope: Construct, id: string, profiles: Profile[]) {
    super(scope, id);
    const set = new CfnReceiptRuleSet(this, "Set", { ruleSetName: receiptRuleSet });
    for (const { authority, mail } of profiles)
      new CfnReceiptRule(this, authority, {
        ruleSetName: receiptRuleSet,
        rule: {
          // The authority's bucket, topic and key let in the rule of this name only.
          name: authority,
          recipients: [mail.ingest],
          enabled: true,
          scanEnabled: true,
          tlsPolicy: "Require",
          actions: [
            {
              // No kmsKeyArn: that would be client-side encryption; the bucket encrypts by itself.
              s3Action: {
                bucketName: Fn.importValue(exportName(authority, "RawBucketName")),
                objectKeyPrefix: rawPrefix,
                topicArn: Fn.importValue(exportName(authority, "ReceiptTopicArn")),
              },
            },
          ],
        },
      }).addResourceDependency(set);
  }
}
