import { join } from "node:path";
import { projectRoot } from "../../../localstack/host/paths.ts";
import type { LabSettings } from "../../../localstack/lab/stack/settings.ts";

/** A lab of the tests' own, beside one that somebody has running. */
const labOn = (port: number, name: string): LabSettings => ({
  stateDir: join(projectRoot, ".lab/run", name),
  port,
  endpoint: `http://127.0.0.1:${port}`,
  ownHost: true,
});

export const settings = labOn(4620, "test");
export const storySettings = labOn(4621, "test-stories");
