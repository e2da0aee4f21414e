import { describe, expect, it } from "vitest";
import { resources } from "./template.ts";

const rules = resources("AWS::Events::Rule").filter(
  ([, { Properties }]) => "ScheduleExpression" in Properties,
);
const silent = resources("AWS::CloudWatch::Alarm").filter(
  ([id]) => id.endsWith("silent") || id.includes("silent"),
);

describe("what runs by the clock", () => {
  it.each([
    ["SweepOutbox", ["rate(1 minute)"]],
    ["WatchDeadlines", ["rate(1 minute)"]],
    ["ReconcileMail", ["rate(15 minutes)"]],
    ["WatchForces", ["rate(6 hours)"]],
    ["PrintSheet", ["rate(1 hour)"]],
    ["CheckFacts", ["cron(30 * * * ? *)"]],
    ["SendReport", ["cron(0 * * * ? *)"]],
    ["SendDigest", ["cron(0 7 * 4-9 ? *)", "cron(0 7,8 * 3,10 ? *)", "cron(0 8 * 1,2,11,12 ? *)"]],
  ])("%s runs at %s, through its alias", (name, expressions) => {
    const own = rules.filter(([, r]) => JSON.stringify(r).includes(`Functions${name}Live`));
    expect(own.map(([, r]) => r.Properties.ScheduleExpression).toSorted()).toEqual(expressions);
    for (const [, rule] of own) expect(rule.Properties.State).toBe("ENABLED");
  });

  it("is missed when it stops: each has an alarm for silence", () => {
    expect(rules).toHaveLength(10);
    expect(silent).toHaveLength(8);
    for (const [, { Properties }] of silent)
      expect(Properties).toMatchObject({
        MetricName: "Invocations",
        Threshold: 1,
        InsufficientDataActions: Properties.AlarmActions,
        // "breaching" would ring at every first deploy, before anything has run.
        TreatMissingData: "missing",
      });
  });
});
