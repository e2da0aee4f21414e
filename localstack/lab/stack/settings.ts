import { join, resolve } from "node:path";
import { projectRoot } from "../../host/paths.ts";
import { badArgument } from "../errors.ts";

export type LabSettings = {
  /** Where the host keeps its process and log; one lab a folder. */
  stateDir: string;
  port: number;
  endpoint: string;
  /** False where SAFE_RETURN_ENDPOINT points at somebody else's LocalStack: it is used, never started or stopped. */
  ownHost: boolean;
};

const DEFAULT_PORT = 4566;

const portFrom = (text: string | undefined): number => {
  if (text === undefined || text === "") return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1024 || port > 65_535)
    throw badArgument(`SAFE_RETURN_LAB_PORT has to be a port from 1024 to 65535, not "${text}".`);
  return port;
};

const endpointFrom = (text: string): string => {
  if (URL.canParse(text)) return new URL(text).origin;
  throw badArgument(
    `SAFE_RETURN_ENDPOINT has to be an address such as http://127.0.0.1:4566, not "${text}".`,
  );
};

/** The lab a command talks to: a second one beside the first takes a folder and a port of its own. */
export const labSettings = (env: NodeJS.ProcessEnv = process.env): LabSettings => {
  const port = portFrom(env.SAFE_RETURN_LAB_PORT);
  const stateDir = resolve(env.SAFE_RETURN_LAB_STATE || join(projectRoot, ".lab/run/main"));
  const other = env.SAFE_RETURN_ENDPOINT;
  return other
    ? { stateDir, port, endpoint: endpointFrom(other), ownHost: false }
    : { stateDir, port, endpoint: `http://127.0.0.1:${port}`, ownHost: true };
};
