import { resolve } from "node:path";
import { isReady } from "./health.ts";
import { isAlive } from "./processes.ts";
import { type Host, readHost } from "./record.ts";

export type HostStatus =
  /** `died`: one that nobody stopped and that is no more; whatever it held went with it. */
  { kind: "stopped"; died?: Host } | { kind: "healthy"; host: Host } | { kind: "unhealthy"; host: Host };

export const hostStatus = async (stateDir: string): Promise<HostStatus> => {
  const host = readHost(resolve(stateDir));
  if (!host) return { kind: "stopped" };
  if (!isAlive(host.pid)) return { kind: "stopped", died: host };
  return { kind: (await isReady(host.endpoint)) ? "healthy" : "unhealthy", host };
};
