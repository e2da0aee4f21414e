import { Match, Template } from "aws-cdk-lib/assertions";
import { App } from "aws-cdk-lib/core";
import { CURRENTLY_RECOMMENDED_FLAGS } from "aws-cdk-lib/cx-api";
import { describe, expect, it } from "vitest";
import { AccountStack } from "../../infra/account-stack.ts";
import { resources } from "./template.ts";

const template = Template.fromStack(new AccountStack(new App({ context: CURRENTLY_RECOMMENDED_FLAGS })));

describe("an account's stack", () => {
  it("lets API Gateway write logs, and takes that away from nobody when it goes", () => {
    template.hasResource("AWS::ApiGateway::Account", {
      Properties: { CloudWatchRoleArn: { "Fn::GetAtt": [Match.stringLikeRegexp("ApiLogRole"), "Arn"] } },
      DeletionPolicy: "Retain",
    });
    template.hasResource("AWS::IAM::Role", { DeletionPolicy: "Retain" });
  });

  it("is the only one that sets it", () => {
    expect(resources("AWS::ApiGateway::Account")).toEqual([]);
    expect(resources("AWS::IAM::Role").filter(([id]) => id.includes("CloudWatchRole"))).toEqual([]);
  });
});
