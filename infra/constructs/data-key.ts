import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { RemovalPolicy, Stack } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { physicalName, receiptRuleSet } from "../names.ts";

const useKey = ["kms:GenerateDataKey*", "kms:Decrypt"];

/** One key for all the authority's data. The services that handle it unseen must be let in by name. */
export class DataKey extends Key {
  constructor(scope: Construct, id: string, authority: string) {
    super(scope, id, {
      alias: physicalName(authority, "data"),
      description: `Safe Return, ${authority}: mails, tables, queues and logs`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const { account, region } = Stack.of(this);
    const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`;
    this.admit("ses.amazonaws.com", useKey, {
      StringEquals: { "aws:SourceAccount": account },
      ArnEquals: {
        "aws:SourceArn": arn("ses", `receipt-rule-set/${receiptRuleSet}:receipt-rule/${authority}`),
      },
    });
    // By pattern, not by reference: the topics are encrypted with this key and would refer back to it.
    this.admit("sns.amazonaws.com", useKey, { ArnLike: { "aws:SourceArn": arn("sns", "SafeReturn-*") } });
    this.admit("cloudwatch.amazonaws.com", useKey, {
      ArnLike: { "aws:SourceArn": arn("cloudwatch", "alarm:*") },
    });
    this.admit(
      `logs.${region}.amazonaws.com`,
      ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
      { ArnLike: { "kms:EncryptionContext:aws:logs:arn": arn("logs", "log-group:*") } },
    );
  }

  private admit(service: string, actions: string[], conditions: Record<string, Record<string, string>>) {
    this.addToResourcePolicy(
      // In a key's own policy "*" means this key.
      new PolicyStatement({
        principals: [new ServicePrincipal(service)],
        actions,
        resources: ["*"],
        conditions,
      }),
    );
  }
}
