import { describe, expect, it } from "vitest";
import { functionNames } from "../../infra/functions.ts";
import { mentions, policyOf, properties, resources, theOne } from "./template.ts";

type AlarmProperties = {
  AlarmDescription: string;
  AlarmActions: unknown[];
  Namespace: string;
  MetricName: string;
  Threshold: number;
  Dimensions: { Name: string; Value: unknown }[];
};

const alarms = resources("AWS::CloudWatch::Alarm").map(([id, { Properties }]): [string, AlarmProperties] => [
  id,
  Properties as unknown as AlarmProperties,
]);
const on = (namespace: string, metric: string) =>
  alarms.map(([, a]) => a).filter((a) => a.Namespace === namespace && a.MetricName === metric);

describe("alarms", () => {
  it.each(alarms)("%s says who is hurt and what to do, and rings the bell", (_id, alarm) => {
    const sentences = alarm.AlarmDescription.split(". ");
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    for (const sentence of sentences) expect(sentence.split(" ").length).toBeGreaterThan(5);
    expect(alarm.AlarmActions).toHaveLength(1);
  });

  it.each([
    ["the first dead letter", "AWS/SQS", "ApproximateNumberOfMessagesVisible", 1],
    ["a mail nobody read for ten minutes", "AWS/SQS", "ApproximateAgeOfOldestMessage", 600],
    ["a quarantined mail", "SafeReturn", "Quarantined", 1],
    ["bank holidays that end within six months", "SafeReturn", "BankHolidaysEnd", 1],
    ["a failed execution", "AWS/States", "ExecutionsFailed", 1],
    ["an execution that timed out", "AWS/States", "ExecutionsTimedOut", 1],
    ["an execution stopped by hand", "AWS/States", "ExecutionsAborted", 1],
  ])("ring for %s", (_what, namespace, metric, threshold) => {
    expect(on(namespace, metric).map((a) => a.Threshold)).toEqual([threshold]);
  });

  it("may be told by CloudWatch on the bell's topic, under this authority's alarms only", () => {
    const allowed = policyOf(theOne("AWS::SNS::TopicPolicy", "BellAlarms")).filter((s) =>
      mentions(s, '"cloudwatch.amazonaws.com"'),
    );
    expect(allowed).toHaveLength(1);
    expect(allowed[0]).toMatchObject({
      Effect: "Allow",
      Action: "sns:Publish",
      Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
    });
    expect(mentions(allowed[0]?.Condition, "alarm:SafeReturn-anyshire-Bell*")).toBe(true);
    // CloudFormation makes each name of the stack's and the logical id.
    expect(alarms.map(([id]) => id).filter((id) => !id.startsWith("Bell"))).toEqual([]);
  });

  it("ring for an error of any function", () => {
    expect(on("AWS/Lambda", "Errors")).toHaveLength(functionNames.length);
  });

  it.each(["Quarantined", "BankHolidaysEnd"])(
    "ring for %s on the dimension that the functions' metrics carry",
    (metric) => {
      const [service] = new Set(
        properties("AWS::Lambda::Function").map(
          ({ Environment }) =>
            (Environment as { Variables: Record<string, string> }).Variables.POWERTOOLS_SERVICE_NAME,
        ),
      );
      expect(on("SafeReturn", metric)[0]?.Dimensions).toEqual([{ Name: "service", Value: service }]);
    },
  );
});
