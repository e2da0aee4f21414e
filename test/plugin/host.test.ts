import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readClock } from "../../localstack/host/clock.ts";
import { hostStatus, startHost, stopHost } from "../../localstack/host/host.ts";
import { projectRoot } from "../../localstack/host/paths.ts";
import { processesOf } from "./support/processes.ts";

const one = { port: 4597, stateDir: join(projectRoot, ".lab/run/plugin-host-one") };
const two = { port: 4598, stateDir: join(projectRoot, ".lab/run/plugin-host-two") };

afterAll(async () => {
  await stopHost(one.stateDir);
  await stopHost(two.stateDir);
});

describe("a host", () => {
  it("runs beside another one, each with a clock of its own", async () => {
    const [first, second] = await Promise.all([
      startHost({ ...one, clockAt: "2030-01-01T00:00:00Z" }),
      startHost({ ...two, clockAt: "2019-01-01T00:00:00Z" }),
    ]);
    const [a, b] = await Promise.all([readClock(first.endpoint), readClock(second.endpoint)]);
    expect([a.now.slice(0, 4), b.now.slice(0, 4)]).toEqual(["2030", "2019"]);
    expect(await hostStatus(one.stateDir)).toEqual({ kind: "healthy", host: first });
    expect(await startHost(one)).toEqual(first);
  });

  it("leaves no process behind when it is stopped, and the other one alone", async () => {
    const status = await hostStatus(one.stateDir);
    if (status.kind === "stopped") throw new Error("It should be running.");
    const { pid, endpoint } = status.host;
    // The first table starts DynamoDB Local.
    await fetch(endpoint, {
      method: "POST",
      headers: {
        "x-amz-target": "DynamoDB_20120810.ListTables",
        "content-type": "application/x-amz-json-1.0",
        authorization: "AWS4-HMAC-SHA256 Credential=test/20300101/eu-west-2/dynamodb/aws4_request",
      },
      body: "{}",
    });
    expect(processesOf(pid).some((command) => command.includes("java"))).toBe(true);
    expect(await stopHost(one.stateDir)).toBe(true);
    expect(processesOf(pid)).toEqual([]);
    expect(await hostStatus(one.stateDir)).toEqual({ kind: "stopped" });
    expect((await hostStatus(two.stateDir)).kind).toBe("healthy");
  });

  it("says in one sentence that its port is taken", async () => {
    // A client that still asks for the host that ran here must not keep the squatter open.
    const squatter = createServer((socket) => socket.destroy());
    await once(squatter.listen(one.port, "127.0.0.1"), "listening");
    await expect(startHost(one)).rejects.toThrow(
      /^Port 4597 of 127\.0\.0\.1 is in use: [^.]+ "export SAFE_RETURN_LAB_PORT=4\d{3}"\.$/,
    );
    await new Promise((done) => squatter.close(done));
  });

  it("that fails to come up says where its log is", async () => {
    const failing = startHost({ ...one, clockAt: "not a time" });
    await expect(failing).rejects.toThrow(
      /^LocalStack ended while starting: .*plugin-host-one\/localstack\.log/,
    );
  });
});
