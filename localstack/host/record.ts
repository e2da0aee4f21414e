import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostFile } from "./paths.ts";

/** What is written down about a running host, so that another process can find and stop it. */
export type Host = {
  pid: number;
  port: number;
  endpoint: string;
  stateDir: string;
  startedAt: string;
  clockAt: string | null;
};

export const readHost = (stateDir: string): Host | undefined => {
  try {
    return JSON.parse(readFileSync(hostFile(stateDir), "utf8"));
  } catch {
    return undefined;
  }
};

export const writeHost = (host: Host): void => {
  mkdirSync(host.stateDir, { recursive: true });
  writeFileSync(hostFile(host.stateDir), `${JSON.stringify(host, null, 2)}\n`);
};

export const forgetHost = (stateDir: string): void => rmSync(hostFile(stateDir), { force: true });
