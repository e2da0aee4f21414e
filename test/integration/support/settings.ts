import { join } from "node:path";
import { projectRoot } from "../../../localstack/host/paths.ts";
import type { LabSettings } from "../../../localstack/lab/stack/settings.ts";

/** A lab of the tests' own, beside one that somebody has running. */
export const labOn = (port: number, name: string): LabSettings => ({
  stateDir: join(projectRoot, ".lab/run", name),
  port,
  endpoint: `http://127.0.0.1:${port}`,
  ownHost: true,
});

// Twenty ports apart: beside its own a lab has one for its sign-in and one for each authority's console.
export const settings = labOn(4620, "test");
export const storySettings = labOn(4640, "test-stories");
