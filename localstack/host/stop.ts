import { resolve } from "node:path";
import { endGroup, isAlive } from "./processes.ts";
import { forgetHost, readHost } from "./record.ts";

/** Stops the host of this state folder with every process it started. False when none was running. */
export const stopHost = async (stateDir: string): Promise<boolean> => {
  const folder = resolve(stateDir);
  const host = readHost(folder);
  if (!host) return false;
  const wasAlive = isAlive(host.pid);
  await endGroup(host.pid);
  forgetHost(folder);
  return wasAlive;
};
