import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { installed, projectRoot } from "../host/paths.ts";
import { endGroup, isAlive } from "../host/processes.ts";

export type IssuerOptions = { stateDir: string; port: number; endpoint: string };

const READY_WITHIN_MS = 30_000;
const recordFile = (stateDir: string): string => join(stateDir, "issuer.json");
const logFile = (stateDir: string): string => join(stateDir, "issuer.log");

export class IssuerError extends Error {
  override readonly name = "IssuerError";
}

const readPid = (stateDir: string): number | undefined => {
  try {
    return Number(JSON.parse(readFileSync(recordFile(stateDir), "utf8")).pid);
  } catch {
    return undefined;
  }
};

/** It signs itself, so only that it answers is looked at. */
const answers = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const url = `https://localhost:${port}/.well-known/openid-configuration`;
    get(url, { rejectUnauthorized: false }, (response) => {
      response.resume();
      done(response.statusCode === 200);
    }).on("error", () => done(false));
  });

/** Starts the provider that signs people in to the lab's consoles, unless it runs; returns once it answers. */
export const startIssuer = async ({ stateDir, port, endpoint }: IssuerOptions): Promise<void> => {
  const running = readPid(stateDir);
  if (running !== undefined && isAlive(running) && (await answers(port))) return;
  const log = openSync(logFile(stateDir), "w");
  const main = join(projectRoot, "localstack/issuer/main.ts");
  const flags = ["--port", String(port), "--state", stateDir, "--endpoint", endpoint];
  const child = spawn(installed.node, ["--no-warnings", main, ...flags], {
    cwd: stateDir,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  const { pid } = child;
  if (pid === undefined) throw new IssuerError("The lab's sign-in could not be started.");
  writeFileSync(recordFile(stateDir), JSON.stringify({ pid, port }));
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (!(await answers(port))) {
    if (!isAlive(pid) || Date.now() > giveUpAt)
      throw new IssuerError(`The lab's sign-in does not answer: ${logFile(stateDir)} says why.`);
    await pause(50);
  }
};

export const stopIssuer = async (stateDir: string): Promise<void> => {
  const pid = readPid(stateDir);
  if (pid !== undefined) await endGroup(pid);
  rmSync(recordFile(stateDir), { force: true });
};
