import type { Lab } from "../api.ts";
import { type Line, line } from "./line.ts";

/** Tells which states the authority's episodes wait in, where that has changed since the last look. */
export const tellWaits = (lab: Lab, print: Line) => {
  const before = new Map<string, string>();
  return async (authority: string): Promise<void> => {
    const [episodes, executions] = await Promise.all([lab.episodes(authority), lab.executions(authority)]);
    for (const { name, status, waitingFor } of executions) {
      const says = waitingFor ?? (status === "SUCCEEDED" ? "closed" : status.toLowerCase());
      if (before.get(name) === says) continue;
      before.set(name, says);
      const reference = episodes.find((e) => name.startsWith(e.id))?.reference ?? name;
      print(line("", "waits", `${reference}: ${says}`));
    }
  };
};
