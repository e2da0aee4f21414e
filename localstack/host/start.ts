import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ensureCertificate } from "./certificate.ts";
import { type HostOptions, hostEnvironment } from "./environment.ts";
import { isReady } from "./health.ts";
import { installed, logFile, temporaryFolder } from "./paths.ts";
import { freePortAbove, portIsFree } from "./ports.ts";
import { endGroup, isAlive } from "./processes.ts";
import { forgetHost, type Host, readHost, writeHost } from "./record.ts";

const READY_WITHIN_MS = 60_000;

/** Its message is one sentence for the person who asked for a host. */
export class HostError extends Error {
  override readonly name = "HostError";
}

/** Starts LocalStack with our plug-in and returns once it takes requests; a host that runs here already is returned. */
export const startHost = async (options: HostOptions): Promise<Host> => {
  const stateDir = resolve(options.stateDir);
  const running = readHost(stateDir);
  if (running && isAlive(running.pid)) {
    if (running.port === options.port && (await isReady(running.endpoint))) return running;
    throw new HostError(
      `A host of ${stateDir} runs on port ${running.port} already (process ${running.pid}): stop it first.`,
    );
  }
  forgetHost(stateDir);
  if (!existsSync(installed.python)) {
    throw new HostError("LocalStack is not installed yet: run node localstack/setup/ensure.mjs first.");
  }
  for (const port of [options.port, ...(options.doors ?? [])])
    if (!(await portIsFree(port)))
      throw new HostError(
        `Port ${port} of 127.0.0.1 is in use: stop what listens there, or take another for every command with "export SAFE_RETURN_LAB_PORT=${await freePortAbove(port)}".`,
      );
  ensureCertificate(stateDir);
  const child = await launch({ ...options, stateDir });
  return await whenReady(child, { ...options, stateDir });
};

const launch = async (options: HostOptions): Promise<ChildProcess> => {
  rmSync(temporaryFolder(options.stateDir), { recursive: true, force: true });
  mkdirSync(temporaryFolder(options.stateDir), { recursive: true });
  const log = openSync(logFile(options.stateDir), "w");
  const child = spawn(installed.python, ["-m", "localstack.runtime.main"], {
    cwd: options.stateDir,
    env: await hostEnvironment(options),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  return child;
};

const whenReady = async (child: ChildProcess, { port, stateDir, clockAt }: HostOptions): Promise<Host> => {
  const { pid } = child;
  if (pid === undefined) throw new HostError(`LocalStack could not be started with ${installed.python}.`);
  const host: Host = {
    pid,
    port,
    endpoint: `http://127.0.0.1:${port}`,
    stateDir,
    startedAt: new Date().toISOString(),
    clockAt: clockAt ?? null,
  };
  // Written at once, so that a host which never gets ready can still be stopped.
  writeHost(host);
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (!(await isReady(host.endpoint))) {
    if (isAlive(pid) && Date.now() < giveUpAt) {
      await pause(50);
      continue;
    }
    const why = isAlive(pid) ? `was not ready within ${READY_WITHIN_MS / 1000} s` : "ended while starting";
    await endGroup(pid);
    forgetHost(stateDir);
    throw new HostError(`LocalStack ${why}: the last lines of ${logFile(stateDir)} say why.`);
  }
  return host;
};
