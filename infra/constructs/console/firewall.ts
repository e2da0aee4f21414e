import type { RestApi } from "aws-cdk-lib/aws-apigateway";
import { CfnWebACLAssociation } from "aws-cdk-lib/aws-wafv2";
import { CfnCondition, CfnParameter, Fn, Stack } from "aws-cdk-lib/core";
import type { Construct } from "constructs";

/** The council's web application firewall before the console, where it has one. */
export const putBehindFirewall = (scope: Construct, api: RestApi): void => {
  const stack = Stack.of(scope);
  const acl = new CfnParameter(stack, "ConsoleWebAclArn", {
    default: "",
    description: "A regional WAF web ACL to put before the console. Empty: none",
  });
  const given = new CfnCondition(stack, "HasConsoleWebAcl", {
    expression: Fn.conditionNot(Fn.conditionEquals(acl.valueAsString, "")),
  });
  const association = new CfnWebACLAssociation(scope, "Firewall", {
    resourceArn: api.deploymentStage.stageArn,
    webAclArn: acl.valueAsString,
  });
  association.cfnOptions.condition = given;
};
