import { join, resolve } from "node:path";

export const projectRoot = resolve(import.meta.dirname, "../..");

const lab = join(projectRoot, ".lab");

export const installed = {
  python: join(lab, "venv/bin/python"),
  dynamodbJars: join(lab, "dynamodb"),
  ministack: join(lab, "ministack-venv/bin/ministack"),
  node: join(projectRoot, "node_modules/.bin/node"),
};

export const hostFile = (stateDir: string) => join(stateDir, "host.json");
export const logFile = (stateDir: string) => join(stateDir, "localstack.log");
/** Key and certificate of whatever of the lab speaks HTTPS. */
export const certificateFile = (stateDir: string) => join(stateDir, "tls/server.pem");
/** Function code is unpacked here; it is emptied at each start. */
export const temporaryFolder = (stateDir: string) => join(stateDir, "tmp");
