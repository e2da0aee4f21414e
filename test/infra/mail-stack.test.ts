import { Match, Template } from "aws-cdk-lib/assertions";
import { App } from "aws-cdk-lib/core";
import { CURRENTLY_RECOMMENDED_FLAGS } from "aws-cdk-lib/cx-api";
import { describe, expect, it } from "vitest";
import { accountStacks } from "../../infra/mail-stack.ts";
import { stackName } from "../../infra/names.ts";
import { aProfile } from "../builders/profile.ts";

const othershire = aProfile({
  authority: "othershire",
  mail: {
    ingest: "missing@in.othershire.example",
    from: "safe@othershire.example",
    replyTo: "m@othershire.example",
  },
});
const app = new App({ context: CURRENTLY_RECOMMENDED_FLAGS });
const [stack, ...identities] = accountStacks(app, [aProfile(), othershire]);
if (!stack) throw new Error("an account has a mail stack");
const template = Template.fromStack(stack);

describe("an account's mail stack", () => {
  it("has one rule set, with a rule of each authority's name for its own address", () => {
    template.resourceCountIs("AWS::SES::ReceiptRuleSet", 1);
    const rules = Object.values(template.findResources("AWS::SES::ReceiptRule")).map(
      (r) => r.Properties.Rule,
    );
    expect(rules.map(({ Name, Recipients }) => [Name, Recipients])).toEqual([
      ["anyshire", ["missing@in.anyshire.example"]],
      ["othershire", ["missing@in.othershire.example"]],
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

  it("has a stack for each domain it writes from or reads at, so that none goes with a name left out", () => {
    template.resourceCountIs("AWS::SES::EmailIdentity", 0);
    const found = identities.map((one) => {
      const [identity] = Object.values(Template.fromStack(one).findResources("AWS::SES::EmailIdentity"));
      expect(identity?.DeletionPolicy).toBe("RetainExceptOnCreate");
      expect(one.terminationProtection).toBe(true);
      return [one.stackName, identity?.Properties.EmailIdentity];
    });
    expect(found).toEqual([
      ["SafeReturnDomain-anyshire-example", "anyshire.example"],
      ["SafeReturnDomain-in-anyshire-example", "in.anyshire.example"],
      ["SafeReturnDomain-othershire-example", "othershire.example"],
      ["SafeReturnDomain-in-othershire-example", "in.othershire.example"],
    ]);
  });

  it("bears a name that no authority's stack can have", () => {
    expect(stack.stackName.startsWith(stackName(""))).toBe(false);
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
