import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

/** A project's temporary folders lie within one that goes with the run: its bundles alone are nine megabytes. */
export default ({ config }: TestProject) => {
  const scratch = mkdtempSync(join(tmpdir(), "safe-return-tests-"));
  config.env = { ...config.env, TMPDIR: scratch };
  return () => rmSync(scratch, { recursive: true, force: true });
};
