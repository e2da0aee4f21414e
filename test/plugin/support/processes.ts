import { spawnSync } from "node:child_process";

/** The commands still running in a process group. */
export const processesOf = (group: number): string[] =>
  spawnSync("ps", ["-eo", "pgid=,stat=,args="], { encoding: "utf8" })
    .stdout.split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([pgid, state]) => Number(pgid) === group && !state?.startsWith("Z"))
    .map((words) => words.slice(2).join(" "));
