// What a function holds in memory: its own process and those it starts, as Lambda counts them.
import { subscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 10;

/** In kB, from Linux; nothing of a process that has gone, or elsewhere. */
const statusKb = (pid, field) => {
  try {
    return Number(
      new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0,
    );
  } catch {
    return 0;
  }
};

const children = new Set();
let mostWithChildren = 0;

/** A child's high-water mark keeps what was before this look; what it takes after the last one is not seen. */
const look = () => {
  const theirs = [...children].reduce((sum, child) => sum + statusKb(child.pid, "VmHWM"), 0);
  if (theirs > 0) mostWithChildren = Math.max(mostWithChildren, statusKb("self", "VmRSS") + theirs);
};

subscribe("child_process", ({ process: child }) => {
  children.add(child);
  const looking = setInterval(() => {
    look();
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) return;
    clearInterval(looking);
    children.delete(child);
  }, LOOK_EVERY_MS).unref();
  // The last moment to look at one that is killed once it has answered.
  const kill = child.kill.bind(child);
  child.kill = (signal) => {
    look();
    return kill(signal);
  };
});

/** The most it ever held. Not resourceUsage().maxRSS, which starts at that of the process this one was forked from. */
export const peakKb = () =>
  Math.max(statusKb("self", "VmHWM"), mostWithChildren) || Math.round(process.memoryUsage.rss() / 1024);
