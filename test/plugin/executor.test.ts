import { existsSync } from "node:fs";
import { CreateTableCommand, PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Lab, openLab } from "./support/lab.ts";

const CLOCK_AT = "2031-05-06T07:08:09.000Z";

const source = `
  let calls = 0;
  export const handler = async (event, context) => {
    calls += 1;
    if (event.print) console.log(event.print);
    if (event.fail) throw new RangeError(event.fail);
    if (event.exit !== undefined) process.exit(event.exit);
    if (event.reject) { Promise.reject(new Error("nobody awaits this")); await new Promise(() => {}); }
    if (event.sleep) await new Promise((done) => setTimeout(done, event.sleep));
    while (event.spin);
    const kept = [];
    while (event.fill) kept.push(new Array(100_000).fill(Math.random()));
    return {
      calls,
      pid: process.pid,
      now: new Date().toISOString(),
      instance: new Date(0) instanceof Date,
      text: Date().slice(11, 15),
      env: {
        mine: process.env.MINE, name: process.env.AWS_LAMBDA_FUNCTION_NAME, region: process.env.AWS_REGION,
        endpoint: process.env.AWS_ENDPOINT_URL, key: Boolean(process.env.AWS_ACCESS_KEY_ID),
      },
      context: { ...context, left: context.getRemainingTimeInMillis() },
    };
  };`;

let lab: Lab;
beforeAll(async () => {
  lab = await openLab("executor", CLOCK_AT);
  await lab.deploy("probe", source, { timeout: 1, env: { MINE: "yes" } });
});
afterAll(() => lab.close());

describe("a function's process", () => {
  it("is reused while it is warm", async () => {
    const first = await lab.invoke("probe");
    const second = await lab.invoke("probe");
    expect(second.body).toMatchObject({ pid: first.body.pid, calls: first.body.calls + 1 });
  });

  it("gets Lambda's environment and context", async () => {
    const { body } = await lab.invoke("probe");
    expect(body.env).toEqual({
      mine: "yes",
      name: "probe",
      region: "eu-west-2",
      endpoint: lab.endpoint,
      key: true,
    });
    expect(body.context).toMatchObject({
      functionName: "probe",
      functionVersion: "$LATEST",
      memoryLimitInMB: "128",
      logGroupName: "/aws/lambda/probe",
      invokedFunctionArn: "arn:aws:lambda:eu-west-2:000000000000:function:probe",
    });
    expect(body.context.awsRequestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(body.context.left).toBeGreaterThan(500);
    expect(body.context.left).toBeLessThan(1_100);
  });

  it("sees the moved clock as its Date", async () => {
    const { body } = await lab.invoke("probe");
    expect(body.now.slice(0, 13)).toBe(CLOCK_AT.slice(0, 13));
    expect(body).toMatchObject({ instance: true, text: "2031" });
  });

  it("runs beside another one when a call comes in while it is busy", async () => {
    const [one, two] = await Promise.all([
      lab.invoke("probe", { sleep: 400 }),
      lab.invoke("probe", { sleep: 400 }),
    ]);
    expect(one.body.pid).not.toBe(two.body.pid);
  });

  it("keeps what it prints: in the answer, and in a file per function", async () => {
    const { log } = await lab.invoke("probe", { print: "seen: a line" });
    expect(log).toMatch(/^START RequestId: .*\nseen: a line\nEND RequestId: .*\nREPORT RequestId: /);
    expect(lab.printed("probe", "seen:")).toEqual(["a line"]);
  });

  it("reports the memory it used", async () => {
    const used = Number(/Max Memory Used: (\d+) MB/.exec((await lab.invoke("probe")).log)?.[1]);
    expect(used).toBeGreaterThan(20);
    expect(used).toBeLessThan(128);
  });
});

describe("a function that asks DynamoDB", () => {
  const keeper = `
    const endpoint = process.env.AWS_ENDPOINT_URL_DYNAMODB;
    const call = async (operation, body) => {
      const headers = {
        "x-amz-target": "DynamoDB_20120810." + operation,
        "content-type": "application/x-amz-json-1.0",
        authorization: "AWS4-HMAC-SHA256 Credential=" + process.env.AWS_ACCESS_KEY_ID +
          "/20300101/eu-west-2/dynamodb/aws4_request, SignedHeaders=host, Signature=00",
      };
      return await (await fetch(endpoint, { method: "POST", headers, body: JSON.stringify(body) })).json();
    };
    export const handler = async ({ TableName }) => {
      await call("PutItem", { TableName, Item: { pk: { S: "from the function" } } });
      const { Items } = await call("Scan", { TableName });
      return { endpoint, keys: Items.map((item) => item.pk.S).sort() };
    };`;

  it("asks it without a detour, and sees the same tables as everybody else", async () => {
    const TableName = "shared";
    await lab.dynamo.send(
      new CreateTableCommand({
        TableName,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      }),
    );
    await lab.dynamo.send(new PutItemCommand({ TableName, Item: { pk: { S: "from outside" } } }));
    await lab.deploy("keeper", keeper);
    const { body } = await lab.invoke("keeper", { TableName });
    expect(body.endpoint).not.toContain(String(lab.host.port));
    expect(body.keys).toEqual(["from outside", "from the function"]);
    const { Items = [] } = await lab.dynamo.send(new ScanCommand({ TableName }));
    expect(Items.map((item) => item.pk?.S).toSorted()).toEqual(body.keys);
  });
});

describe("a function that starts a process", () => {
  const filling = `const held = Buffer.alloc(150e6, 1); process.send("full"); setInterval(() => held, 1e3)`;
  const parent = `
    import { spawn } from "node:child_process";
    import { once } from "node:events";
    export const handler = async () => {
      const stdio = ["ignore", "ignore", "ignore", "ipc"];
      const child = spawn(process.execPath, ["-e", ${JSON.stringify(filling)}], { stdio });
      await once(child, "message");
      child.kill("SIGKILL");
      await once(child, "exit");
    };`;

  // Only Linux says what another process holds.
  it.runIf(existsSync("/proc/self/status"))("reports the memory of both", async () => {
    await lab.deploy("parent", parent, { timeout: 15, memory: 512 });
    const used = Number(/Max Memory Used: (\d+) MB/.exec((await lab.invoke("parent")).log)?.[1]);
    expect(used).toBeGreaterThan(200);
    expect(used).toBeLessThan(400);
  });
});

describe("a function that fails", () => {
  const nextCallWorks = async () => expect((await lab.invoke("probe")).error).toBeUndefined();

  it("answers with the error's name, message and trace", async () => {
    const { error, body } = await lab.invoke("probe", { fail: "too far" });
    expect(error).toBe("Unhandled");
    expect(body).toMatchObject({ errorType: "RangeError", errorMessage: "too far" });
    expect(body.trace[0]).toBe("RangeError: too far");
    await nextCallWorks();
  });

  it.each([
    ["sleeps", { sleep: 60_000 }],
    ["spins", { spin: true }],
  ])("is killed at its time-out when it %s", async (_how, payload) => {
    const before = (await lab.invoke("probe")).body.pid;
    const { error, body } = await lab.invoke("probe", payload);
    expect(error).toBe("Unhandled");
    expect(body.errorType).toBe("Sandbox.Timedout");
    expect(body.errorMessage).toMatch(/Task timed out after 1\.00 seconds$/);
    expect(() => process.kill(before, 0)).toThrow();
    await nextCallWorks();
  });

  it("reports a process that ends as Runtime.ExitError", async () => {
    const { body } = await lab.invoke("probe", { exit: 3 });
    expect(body.errorType).toBe("Runtime.ExitError");
    expect(body.errorMessage).toMatch(/Runtime exited with error: exit status 3$/);
    await nextCallWorks();
  });

  it("reports a rejection that nobody handles", async () => {
    const { body } = await lab.invoke("probe", { reject: true });
    expect(body.errorType).toBe("Runtime.UnhandledPromiseRejection");
    await nextCallWorks();
  });

  it("may fill no more memory than it has", async () => {
    await lab.deploy("hungry", source, { timeout: 15, memory: 128 });
    const { body } = await lab.invoke("hungry", { fill: true });
    expect(body.errorType).toBe("Runtime.ExitError");
  });

  it.each([
    ["cannot be imported", 'import "./not-there.mjs";', "Runtime.ImportModuleError"],
    ["has no handler", "export const other = 1;", "Runtime.HandlerNotFound"],
    ["does not parse", "export const handler = ;", "Runtime.UserCodeSyntaxError"],
    ["throws while it loads", 'throw new TypeError("at once");', "TypeError"],
  ])("says so at the first call when its code %s", async (how, code, errorType) => {
    const name = how.replaceAll(" ", "-");
    await lab.deploy(name, code);
    expect((await lab.invoke(name)).body.errorType).toBe(errorType);
  });
});
