import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { functionNames, pascal } from "../../infra/functions.ts";
import { aStack, template, theOne } from "./template.ts";

describe("an authority's stack", () => {
  it("tells the lab and the mail stack where everything is", () => {
    const fixed = [
      "RawBucketName",
      "ReceiptTopicArn",
      "IngestQueueUrl",
      "IngestDeadLetterQueueUrl",
      "LedgerTableName",
      "EventsTableName",
      "EpisodesTableName",
      "OperatorRoleArn",
      "OutboxTableName",
      "ReturnsTableName",
      "StateMachineArn",
      "AlarmTopicArn",
      "ConsoleApiId",
      "ConsoleAddress",
      "ConsoleSigningKeyArn",
    ];
    const wanted = [...fixed, ...functionNames.map((name) => `${pascal(name)}FunctionName`)];
    expect(Object.keys(template.toJSON().Outputs).sort()).toEqual(wanted.sort());
  });

  it("differs from another authority's by its name only", () => {
    const other = JSON.stringify(Template.fromStack(aStack({ authority: "othershire" })).toJSON());
    const plain = (text: string) =>
      text.replaceAll(/anyshire|othershire/g, "…").replaceAll(/[0-9A-Fa-f]{8,}/g, "#");
    expect(plain(other)).toBe(plain(JSON.stringify(template.toJSON())));
  });

  it("is protected from deletion and tagged with its authority", () => {
    expect(aStack().terminationProtection).toBe(true);
    const { Tags } = theOne("AWS::DynamoDB::Table", "EpisodesTable").Properties;
    expect(Tags).toEqual([
      { Key: "authority", Value: "anyshire" },
      { Key: "service", Value: "safe-return" },
    ]);
  });

  it("holds no mail identity or rule: those are the account's", () => {
    expect(JSON.stringify(template.toJSON())).not.toContain("AWS::SES::");
  });

  it("keeps nothing under a fixed name, so that a later stack can be made beside what a former one left", () => {
    const all = Object.values<{ DeletionPolicy?: string; Properties?: object; Type: string }>(
      template.toJSON().Resources,
    );
    const kept = all.filter(({ DeletionPolicy = "Delete" }) => DeletionPolicy !== "Delete");
    expect(kept.length).toBeGreaterThan(20);
    // A function's own name stands on its versions, which go with it.
    const named = kept.filter(
      ({ Type, Properties = {} }) =>
        Type !== "AWS::Lambda::Version" && Object.keys(Properties).some((key) => /^[A-Z]\w*Name$/.test(key)),
    );
    expect(named).toEqual([]);
    expect(kept.every(({ DeletionPolicy }) => DeletionPolicy === "RetainExceptOnCreate")).toBe(true);
  });

  it("passes CloudFormation's own checks", () => {
    const { node } = aStack({ validated: true });
    expect(() => (node.root as unknown as { synth: () => void }).synth()).not.toThrow();
  });
});
