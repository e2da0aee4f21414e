import { DisableRuleCommand, PutRuleCommand, PutTargetsCommand } from "@aws-sdk/client-eventbridge";
import { afterAll, beforeAll, expect, it } from "vitest";
import { advanceClock, readClock } from "../../localstack/host/clock.ts";
import { type Lab, openLab } from "./support/lab.ts";
import { lookAtClock } from "./support/states.ts";
import { until } from "./support/until.ts";

const source = `export const handler = async (event) => {
  const now = new Date().toISOString();
  console.log("fired:", now, event.time ?? "");
  return { now };
};`;

let lab: Lab;
beforeAll(async () => {
  lab = await openLab("schedules", "2030-03-28T12:30:00.000Z");
  await lab.deploy("look", source);
});
afterAll(() => lab.close());

const aRule = async (name: string, schedule: string): Promise<void> => {
  const arn = await lab.deploy(name, source);
  await lab.events.send(new PutRuleCommand({ Name: name, ScheduleExpression: schedule }));
  await lab.events.send(new PutTargetsCommand({ Rule: name, Targets: [{ Id: "it", Arn: arn }] }));
};

const fired = (name: string) => lab.printed(name, "fired:").map((line) => line.split(" ")[0]);

it("a calendar rule fires at each of its times, and its event says when", async () => {
  await aRule("twice-a-day", "cron(0 7,8 * * ? *)");
  await aRule("on-the-last-day", "cron(15 6 L * ? *)");
  await advanceClock(lab.endpoint, { to: "2030-03-31T08:30:00Z" });
  expect(fired("twice-a-day")).toEqual(
    ["29T07", "29T08", "30T07", "30T08", "31T07", "31T08"].map((at) => `2030-03-${at}:00:00.000Z`),
  );
  expect(lab.printed("on-the-last-day", "fired:")).toEqual(["2030-03-31T06:15:00.000Z 2030-03-31T06:15:00Z"]);
});

it("a short-interval rule fires at most once per stop, after what the workflow did there", async () => {
  await aRule("every-minute", "rate(1 minute)");
  await lab.startMachine("waits", {
    StartAt: "Wait",
    States: {
      Wait: { Type: "Wait", Seconds: 3600, Next: "Look" },
      Look: lookAtClock("look", { End: true }),
    },
  });
  await until(async () => (await readClock(lab.endpoint)).quiet);
  const { now, stops } = await advanceClock(lab.endpoint, { seconds: 7200 });
  expect(stops.map((stop) => stop.due.map((due) => due.split(" ")[0]))).toEqual([
    ["sfn-wait:", "rule:"],
    ["rule:"],
  ]);
  expect(fired("every-minute")).toEqual(stops.map((stop) => stop.at));
  expect(Date.parse(now) - Date.parse(stops[1]?.at ?? "")).toBeLessThan(1_000);
});

it("a disabled rule does not fire", async () => {
  const before = fired("twice-a-day").length;
  await lab.events.send(new DisableRuleCommand({ Name: "twice-a-day" }));
  await advanceClock(lab.endpoint, { seconds: 3 * 86_400 });
  expect(fired("twice-a-day")).toHaveLength(before);
});

it("a short-interval rule fires by itself while the clock flows", async () => {
  const { now } = await readClock(lab.endpoint);
  const next = Math.ceil((Date.parse(now) + 5_000) / 60_000) * 60_000;
  await aRule("each-minute", "cron(* * * * ? *)");
  await advanceClock(lab.endpoint, { to: new Date(next - 2_000).toISOString() });
  const at = await until(async () => fired("each-minute").find((time) => Date.parse(time ?? "") >= next));
  expect(Date.parse(at) - next).toBeLessThan(3_000);
});
