import { InvokeCommand } from "@aws-sdk/client-lambda";
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advanceClock, dropTimers, readClock, settleClock } from "../../localstack/host/clock.ts";
import { type Lab, openLab } from "./support/lab.ts";
import { lookAtClock, waitForToken } from "./support/states.ts";
import { until } from "./support/until.ts";

const START = "2030-03-04T12:00:00.000Z";
const HOUR = 3_600_000;

const source = `export const handler = async (event) => {
  if (event.token) console.log("token:", event.token);
  if (event.failOnce && !globalThis.failed) { globalThis.failed = true; throw new Error("once"); }
  return { now: new Date().toISOString() };
};`;

let lab: Lab;
beforeAll(async () => {
  lab = await openLab("clock", START);
  await lab.deploy("look", source);
});
afterAll(() => lab.close());

const execution = async (executionArn: string) => {
  const found = await lab.sfn.send(new DescribeExecutionCommand({ executionArn }));
  return { ...found, output: found.output ? JSON.parse(found.output) : undefined };
};

/** Once nothing runs, every execution has come to its wait. */
const settled = () => until(async () => (await readClock(lab.endpoint)).quiet);

const dueAt = async (): Promise<number> => {
  await settled();
  return Date.parse((await readClock(lab.endpoint)).nextDue ?? "");
};

const lastToken = () => until(async () => lab.printed("look", "token:").at(-1));

describe("the clock", () => {
  it("starts where it is told and flows with real time", async () => {
    const first = Date.parse((await readClock(lab.endpoint)).now);
    expect(first - Date.parse(START)).toBeLessThan(60_000);
    const second = await until(async () => {
      const now = Date.parse((await readClock(lab.endpoint)).now);
      return now >= first + 200 && now;
    });
    expect(second - first).toBeLessThan(5_000);
  });

  it("only moves forward", async () => {
    const back = advanceClock(lab.endpoint, { to: START });
    await expect(back).rejects.toThrow(/^The clock only moves forward, and it is 2030-03-04T12:00/);
    await expect(advanceClock(lab.endpoint, { seconds: -1 })).rejects.toThrow(/only moves forward/);
    const unread = advanceClock(lab.endpoint, { to: "next week" });
    await expect(unread).rejects.toThrow(/^The body must be/);
  });

  it("says when what runs has run, without moving on", async () => {
    await lab.deploy(
      "slow",
      `export const handler = async () => {
        await new Promise((done) => setTimeout(done, 400));
        console.log("slow: done");
      };`,
    );
    const before = Date.parse((await readClock(lab.endpoint)).now);
    await lab.lambda.send(new InvokeCommand({ FunctionName: "slow", InvocationType: "Event" }));
    const { now } = await settleClock(lab.endpoint);
    expect(lab.printed("slow", "slow: done")).toHaveLength(1);
    expect(Date.parse(now) - before).toBeLessThan(60_000);
  });

  it("flows on from where it was moved to", async () => {
    const { now } = await readClock(lab.endpoint);
    const target = new Date(Date.parse(now) + HOUR).toISOString();
    const moved = await advanceClock(lab.endpoint, { to: target });
    expect(moved.stops).toEqual([]);
    const later = await readClock(lab.endpoint);
    expect(later.frozen).toBe(false);
    expect(Date.parse(later.now) - Date.parse(target)).toBeLessThan(2_000);
  });
});

describe("a Step Functions wait", () => {
  it("of 72 hours ends in a moment, and the function after it sees exactly its due time", async () => {
    const arn = await lab.startMachine("wait", {
      StartAt: "Wait",
      States: {
        Wait: { Type: "Wait", Seconds: 72 * 3600, Next: "Look" },
        Look: lookAtClock("look", { End: true }),
      },
    });
    const due = await dueAt();
    const { stops } = await advanceClock(lab.endpoint, { seconds: 73 * 3600 });
    expect(stops).toEqual([
      { at: new Date(due).toISOString(), due: [expect.stringMatching(/^sfn-wait: \S+ Wait$/)] },
    ]);
    const ended = await execution(arn);
    expect(ended.status).toBe("SUCCEEDED");
    expect(ended.output.seen.now).toBe(new Date(due).toISOString());
    expect((ended.stopDate?.getTime() ?? 0) - (ended.startDate?.getTime() ?? 0)).toBeGreaterThanOrEqual(
      72 * HOUR,
    );
  });

  it("until a time ends at that time", async () => {
    const { now } = await readClock(lab.endpoint);
    const at = new Date(Math.ceil(Date.parse(now) / 1000) * 1000 + 5 * HOUR).toISOString();
    const arn = await lab.startMachine(
      "until",
      {
        StartAt: "Wait",
        States: {
          Wait: { Type: "Wait", TimestampPath: "$.at", Next: "Look" },
          Look: lookAtClock("look", { End: true }),
        },
      },
      { at: at.replace(".000Z", "Z") },
    );
    await settled();
    await advanceClock(lab.endpoint, { seconds: 6 * 3600 });
    expect((await execution(arn)).output.seen.now).toBe(at);
  });

  it("is visited in order with all the others, each function seeing its own time", async () => {
    const wait = (seconds: number, name: string) => ({
      StartAt: `Wait ${name}`,
      States: {
        [`Wait ${name}`]: { Type: "Wait", Seconds: seconds, Next: `Look ${name}` },
        [`Look ${name}`]: lookAtClock("look", { Next: `Wait again ${name}` }, "$.first"),
        [`Wait again ${name}`]: { Type: "Wait", Seconds: seconds, Next: `Look again ${name}` },
        [`Look again ${name}`]: lookAtClock("look", { End: true }, "$.second"),
      },
    });
    const arn = await lab.startMachine("order", {
      StartAt: "Both",
      States: { Both: { Type: "Parallel", Branches: [wait(7200, "a"), wait(10800, "b")], End: true } },
    });
    const first = await dueAt();
    const { stops } = await advanceClock(lab.endpoint, { seconds: 24 * 3600 });
    const [a, b] = (await execution(arn)).output;
    const seen = [a.first.now, b.first.now, a.second.now, b.second.now];
    expect(seen).toEqual(stops.map((stop) => stop.at));
    expect(Date.parse(a.first.now)).toBe(first);
    // The second wait starts while the clock stands still, so it is due to the millisecond.
    expect(Date.parse(a.second.now) - Date.parse(a.first.now)).toBe(2 * HOUR);
    expect(Date.parse(b.second.now) - Date.parse(b.first.now)).toBe(3 * HOUR);
  });

  it("is one stop with those that began within the same second, and none sees a time before its own", async () => {
    const branch = (name: string) => ({
      StartAt: `Wait ${name}`,
      States: {
        [`Wait ${name}`]: { Type: "Wait", Seconds: 7200, Next: `Look ${name}` },
        [`Look ${name}`]: lookAtClock("look", { End: true }),
      },
    });
    const arn = await lab.startMachine("together", {
      StartAt: "All",
      States: { All: { Type: "Parallel", Branches: ["a", "b", "c", "d"].map(branch), End: true } },
    });
    await settled();
    const { stops } = await advanceClock(lab.endpoint, { seconds: 3 * 3600 });
    expect(stops.flatMap((stop) => stop.due)).toHaveLength(4);
    expect(new Set(stops.map((stop) => stop.at.slice(0, 19))).size).toBe(stops.length);
    const { events = [] } = await lab.sfn.send(new GetExecutionHistoryCommand({ executionArn: arn }));
    const began = (name: string) =>
      events.find((event) => event.stateEnteredEventDetails?.name === `Wait ${name}`)?.timestamp?.getTime();
    const output: { seen: { now: string } }[] = (await execution(arn)).output;
    for (const [i, name] of ["a", "b", "c", "d"].entries()) {
      const late = Date.parse(output[i]?.seen.now ?? "") - ((began(name) ?? Number.NaN) + 2 * HOUR);
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(1_000);
    }
  });

  it("of a nested execution is over for the state that waits for it at the same time", async () => {
    const ended = { Look: lookAtClock("look", { End: true }) };
    const { stateMachineArn } = await lab.sfn.send(
      new DescribeExecutionCommand({
        executionArn: await lab.startMachine("nested", {
          StartAt: "Wait",
          States: { Wait: { Type: "Wait", Seconds: 3600, Next: "Look" }, ...ended },
        }),
      }),
    );
    const arn = await lab.startMachine("parent", {
      StartAt: "Run",
      States: {
        Run: {
          Type: "Task",
          Resource: "arn:aws:states:::states:startExecution.sync:2",
          Parameters: { StateMachineArn: stateMachineArn, Input: {} },
          ResultSelector: { "now.$": "$.Output.seen.now" },
          ResultPath: "$.nested",
          Next: "Look",
        },
        ...ended,
      },
    });
    await settled();
    await advanceClock(lab.endpoint, { seconds: 24 * 3600 });
    const { status, output } = await execution(arn);
    expect(status).toBe("SUCCEEDED");
    expect(output.seen.now).toBe(output.nested.now);
  });

  it("before a retry counts on the clock as well", async () => {
    await lab.deploy("stumbles", source);
    const arn = await lab.startMachine(
      "retry",
      {
        StartAt: "Look",
        States: {
          Look: {
            ...lookAtClock("stumbles", { End: true }),
            Retry: [{ ErrorEquals: ["Error"], IntervalSeconds: 1800, MaxAttempts: 2 }],
          },
        },
      },
      { failOnce: true },
    );
    const due = await dueAt();
    await advanceClock(lab.endpoint, { seconds: 3600 });
    expect((await execution(arn)).output.seen.now).toBe(new Date(due).toISOString());
  });
});

describe("a task token", () => {
  const waiting = (more: Record<string, unknown>) => ({
    StartAt: "Wait for word",
    States: {
      "Wait for word": waitForToken("look", {
        ...more,
        Catch: [{ ErrorEquals: ["States.Timeout"], ResultPath: "$.woken", Next: "Look" }],
        ResultPath: "$.word",
        End: true,
      }),
      Look: lookAtClock("look", { End: true }),
    },
  });

  it("times out exactly when its state's time is up", async () => {
    const arn = await lab.startMachine("token", waiting({ TimeoutSecondsPath: "$.seconds" }), {
      seconds: 86_400,
    });
    const due = await dueAt();
    const { stops } = await advanceClock(lab.endpoint, { seconds: 2 * 86_400 });
    expect(stops.map((stop) => stop.due)).toEqual([
      [expect.stringMatching(/^sfn-timeout: \S+ Wait for word$/)],
    ]);
    const { output } = await execution(arn);
    expect(output.woken.Error).toBe("States.Timeout");
    expect(output.seen.now).toBe(new Date(due).toISOString());
    const late = lab.sfn.send(new SendTaskSuccessCommand({ taskToken: await lastToken(), output: "{}" }));
    await expect(late).rejects.toThrow();
  });

  it("that is answered leaves no timer behind", async () => {
    const arn = await lab.startMachine("answered", waiting({ TimeoutSeconds: 86_400 }));
    await settled();
    await lab.sfn.send(new SendTaskSuccessCommand({ taskToken: await lastToken(), output: '{"by":"hand"}' }));
    await until(async () => (await execution(arn)).status === "SUCCEEDED");
    expect((await execution(arn)).output.word).toEqual({ by: "hand" });
    expect(await readClock(lab.endpoint)).toMatchObject({ nextDue: null, waiters: 0 });
  });

  it("lives for as long as heartbeats come, on the clock", async () => {
    const arn = await lab.startMachine(
      "heartbeat",
      waiting({ TimeoutSeconds: 86_400, HeartbeatSeconds: 3600 }),
    );
    await settled();
    await advanceClock(lab.endpoint, { seconds: 3000 });
    await lab.sfn.send(new SendTaskHeartbeatCommand({ taskToken: await lastToken() }));
    await settled();
    await advanceClock(lab.endpoint, { seconds: 3000 });
    expect((await execution(arn)).status).toBe("RUNNING");
    const { stops } = await advanceClock(lab.endpoint, { seconds: 3000 });
    expect(stops.map((stop) => stop.due)).toEqual([[expect.stringMatching(/^sfn-heartbeat: /)]]);
    expect((await execution(arn)).output.woken.Error).toBe("States.Timeout");
  });
});

describe("an execution that is stopped", () => {
  it("no longer holds up the clock", async () => {
    const arn = await lab.startMachine("stopped", {
      StartAt: "Both",
      States: {
        Both: {
          Type: "Parallel",
          Branches: [
            { StartAt: "Wait", States: { Wait: { Type: "Wait", Seconds: 3600, End: true } } },
            {
              StartAt: "Wait for word",
              States: { "Wait for word": waitForToken("look", { TimeoutSeconds: 7200, End: true }) },
            },
          ],
          End: true,
        },
      },
    });
    await settled();
    expect((await readClock(lab.endpoint)).waiters).toBe(2);
    await lab.sfn.send(new StopExecutionCommand({ executionArn: arn }));
    await settled();
    expect(await readClock(lab.endpoint)).toMatchObject({ nextDue: null, waiters: 0 });
    expect((await advanceClock(lab.endpoint, { seconds: 86_400 })).stops).toEqual([]);
  });
});

describe("dropping the timers", () => {
  it("leaves waiting executions waiting for ever, and new ones working", async () => {
    const machine = {
      StartAt: "Wait",
      States: { Wait: { Type: "Wait", Seconds: 60, Next: "Look" }, Look: lookAtClock("look", { End: true }) },
    };
    const lost = await lab.startMachine("lost", machine);
    await settled();
    expect(await dropTimers(lab.endpoint)).toEqual({ dropped: 1 });
    const kept = await lab.startMachine("kept", machine);
    await settled();
    await advanceClock(lab.endpoint, { seconds: 3600 });
    expect((await execution(lost)).status).toBe("RUNNING");
    expect((await execution(kept)).status).toBe("SUCCEEDED");
  });
});
