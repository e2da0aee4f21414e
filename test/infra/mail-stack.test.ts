import { Match, Template } from "aws-cdk-lib/assertions";
import { App } from "aws-cdk-lib/core";
import { CURRENTLY_RECOMMENDED_FLAGS } from "aws-cdk-lib/cx-api";
import { describe, expect, it } from "vitest";
import { MailStack } from "../../infra/mail-stack.ts";
import { aProfile } from "../builders/profile.ts";

const othershire = aProfile({
  authority: "othershire",
  mail: {
    ingest: "missing@othershire.example",
    from: "safe@othershire.example",
    replyTo: "m@othershire.example",
  },
});
const app = new App({ context: CURRENTLY_RECOMMENDED_FLAGS });
const stack = new MailStack(app, [aProfile(), othershire]);
const template = Template.fromStack(stack);

describe("an account's mail stack", () => {
  it("has one rule set, with a rule of each authority's name for its own address", () => {
    template.resourceCountIs("AWS::SES::ReceiptRuleSet", 1);
    const rules = Object.values(template.findResources("AWS::SES::ReceiptRule")).map(
      (r) => r.Properties.Rule,
    );
    expect(rules.map(({ Name, Recipients }) => [Name, Recipients])).toEqual([
      ["anyshire", ["missing@in.anyshire.example"]],
      ["othershire", ["missing@othershire.example"]],
    ]);
  });

  it("puts a mail in its authority's bucket and says so on its topic, without client-side encryption", () => {
    template.hasResourceProperties("AWS::SES::ReceiptRule", {
      Rule: {
        Name: "othershire",
        ScanEnabled: true,
        TlsPolicy: "Require",
        Actions: [
          {
            S3Action: {
              BucketName: { "Fn::ImportValue": "SafeReturn-othershire-RawBucketName" },
              TopicArn: { "Fn::ImportValue": "SafeReturn-othershire-ReceiptTopicArn" },
              ObjectKeyPrefix: "raw/",
              KmsKeyArn: Match.absent(),
            },
          },
        ],
      },
    });
  });

  it("signs for every domain it writes from or reads at", () => {
    const names = Object.values(template.findResources("AWS::SES::EmailIdentity")).map(
      (r) => r.Properties.EmailIdentity,
    );
    expect(names.sort()).toEqual(["anyshire.example", "in.anyshire.example", "othershire.example"]);
  });

  it("sends over TLS only and says what could not be delivered", () => {
    template.hasResourceProperties("AWS::SES::ConfigurationSet", {
      Name: "safe-return",
      DeliveryOptions: { TlsPolicy: "REQUIRE" },
    });
    template.hasResourceProperties("AWS::SES::ConfigurationSetEventDestination", {
      EventDestination: { MatchingEventTypes: Match.arrayWith(["bounce", "reject"]) },
    });
  });

  it("passes CloudFormation's own checks", () => {
    expect(() => app.synth()).not.toThrow();
  });

  it("can't be deleted by a slip of the hand", () => {
    expect(stack.terminationProtection).toBe(true);
  });
});
