import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { portIsFree } from "./ports.ts";
import { endGroup, isAlive } from "./processes.ts";
import { forgetHost, readHost } from "./record.ts";

/** Threads of a killed process may outlive it by a moment and hold its port: a host is down when the port is free. */
const untilFree = async (port: number): Promise<void> => {
  const giveUpAt = Date.now() + 5_000;
  while (!(await portIsFree(port)) && Date.now() < giveUpAt) await pause(20);
};

/** Stops the host of this state folder with every process it started. False when none was running. */
export const stopHost = async (stateDir: string): Promise<boolean> => {
  const folder = resolve(stateDir);
  const host = readHost(folder);
  if (!host) return false;
  const wasAlive = isAlive(host.pid);
  await endGroup(host.pid);
  await untilFree(host.port);
  forgetHost(folder);
  return wasAlive;
};
