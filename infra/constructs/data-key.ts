import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { RemovalPolicy, Stack } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { generatedNames, physicalName, receiptRuleSet } from "../names.ts";

/** Where services lay the log groups that bear this authority's names. */
const logGroupPaths = ["/aws/lambda/", "/aws/vendedlogs/states/", "/aws/apigateway/"];

const useKey = ["kms:GenerateDataKey*", "kms:Decrypt"];

/** One key for all the authority's data. The services that handle it unseen must be let in by name. */
export class DataKey extends Key {
  constructor(scope: Construct, id: string, authority: string) {
    super(scope, id, {
      alias: physicalName(authority, "data"),
      description: `Safe Return, ${authority}: mails, tables, queues and logs`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
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
    this.admit("sns.amazonaws.com", useKey, {
      StringEquals: { "aws:SourceAccount": account },
      ArnLike: { "aws:SourceArn": arn("sns", generatedNames(authority, "InboundMail")) },
    });
    this.admit("cloudwatch.amazonaws.com", useKey, {
      StringEquals: { "aws:SourceAccount": account },
      ArnLike: { "aws:SourceArn": arn("cloudwatch", `alarm:${generatedNames(authority, "Bell")}`) },
    });
    this.admit(
      `logs.${region}.amazonaws.com`,
      ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
      {
        ArnLike: {
          "kms:EncryptionContext:aws:logs:arn": logGroupPaths.map((path) =>
            arn("logs", `log-group:${path}${physicalName(authority, "*")}`),
          ),
        },
      },
    );
  }

  private admit(
    service: string,
    actions: string[],
    conditions: Record<string, Record<string, string | string[]>>,
  ) {
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
