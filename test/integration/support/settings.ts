import { join } from "node:path";
import { projectRoot } from "../../../localstack/host/paths.ts";
import type { LabSettings } from "../../../localstack/lab/settings.ts";

const PORT = 4620;

/** A lab of the tests' own, beside one that somebody has running. */
export const settings: LabSettings = {
  stateDir: join(projectRoot, ".lab/run/test"),
  port: PORT,
  endpoint: `http://127.0.0.1:${PORT}`,
  ownHost: true,
};
