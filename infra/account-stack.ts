import { CfnAccount } from "aws-cdk-lib/aws-apigateway";
import { ManagedPolicy, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { RemovalPolicy, Stack, Tags } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { accept } from "./constructs/accept.ts";

/**
 * What API Gateway has once an account and region, for the access logs of every authority's console. Made first: a
 * stage that is to write a log is refused without it. In no authority's stack, for each would set it anew.
 */
export class AccountStack extends Stack {
  constructor(scope: Construct) {
    super(scope, "SafeReturnAccount", {
      description: "Safe Return: API Gateway's role for logs, of this account and region",
      terminationProtection: true,
    });
    const role = new Role(this, "ApiLogRole", {
      assumedBy: new ServicePrincipal("apigateway.amazonaws.com"),
      managedPolicies: [
        ManagedPolicy.fromAwsManagedPolicyName("service-role/AmazonAPIGatewayPushToCloudWatchLogs"),
      ],
    });
    accept(
      role,
      "AWS keeps this policy for API Gateway's logs, and no narrower one does",
      "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]",
    );
    // Others of the account may have come to need it.
    role.applyRemovalPolicy(RemovalPolicy.RETAIN);
    new CfnAccount(this, "ApiAccount", { cloudWatchRoleArn: role.roleArn }).applyRemovalPolicy(
      RemovalPolicy.RETAIN,
    );
    Tags.of(this).add("service", "safe-return");
  }
}
