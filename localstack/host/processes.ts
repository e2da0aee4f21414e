import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch {
    return false;
  }
};

/** A child that ended but was not yet reaped by whoever started it still answers signals. */
const isZombie = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.startsWith("Z") ?? false;
  } catch {
    return false;
  }
};

const signalGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has gone already.
  }
};

const groupIsAlive = (pid: number): boolean => {
  try {
    process.kill(-pid, 0);
  } catch {
    return false;
  }
  return isAlive(pid) || groupHasLiveMember(pid);
};

const groupHasLiveMember = (group: number): boolean => {
  try {
    return readdirSync("/proc").some((name) => {
      if (!/^\d+$/.test(name) || isZombie(Number(name))) return false;
      try {
        const fields = readFileSync(`/proc/${name}/stat`, "utf8").split(") ")[1]?.split(" ");
        return Number(fields?.[2]) === group;
      } catch {
        return false;
      }
    });
  } catch {
    return true;
  }
};

/** Ends a whole process group at once: a host keeps everything in memory, so there is nothing to close in order. */
export const endGroup = async (pid: number): Promise<void> => {
  signalGroup(pid, "SIGKILL");
  const giveUpAt = Date.now() + 5_000;
  while (groupIsAlive(pid) && Date.now() < giveUpAt) await pause(10);
};
