import { rmSync } from "node:fs";
import { afterAll, beforeAll } from "vitest";
import type { Lab } from "../../../localstack/lab/api.ts";
import type { UpOptions } from "../../../localstack/lab/stack/up-and-down.ts";

/** The lab from nothing for one test file, and down after it: the next file's host has the machine to itself. */
export const freshLab = (lab: Lab, options: Omit<UpOptions, "tell">): void => {
  beforeAll(async () => {
    await lab.down();
    rmSync(lab.settings.stateDir, { recursive: true, force: true });
    await lab.up({ ...options, tell: () => undefined });
  });

  afterAll(async () => {
    await lab.down();
  });
};
