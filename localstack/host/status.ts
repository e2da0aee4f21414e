import { resolve } from "node:path";
import { isReady } from "./health.ts";
import { isAlive } from "./processes.ts";
import { type Host, readHost } from "./record.ts";

export type HostStatus =
  | { kind: "stopped" }
  | { kind: "healthy"; host: Host }
  | { kind: "unhealthy"; host: Host };

export const hostStatus = async (stateDir: string): Promise<HostStatus> => {
  const host = readHost(resolve(stateDir));
  if (!host || !isAlive(host.pid)) return { kind: "stopped" };
  return { kind: (await isReady(host.endpoint)) ? "healthy" : "unhealthy", host };
};
