import { setTimeout as pause } from "node:timers/promises";
import { stopHost } from "../../host/host.ts";
import { portIsFree } from "../../host/ports.ts";
import type { LabSettings } from "./settings.ts";

const LIMIT_MS = 5_000;

/** Stops the lab's host. Its port is let go a moment after the last process has died; a new lab may want it at once. */
export const takeDown = async ({ stateDir, port }: LabSettings): Promise<boolean> => {
  const stopped = await stopHost(stateDir);
  const giveUpAt = Date.now() + LIMIT_MS;
  while (stopped && !(await portIsFree(port)) && Date.now() < giveUpAt) await pause(20);
  return stopped;
};
