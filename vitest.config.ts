import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** They end what hangs, on a machine ten times as busy as ours: how long a thing takes is the bench's to say. */
const CORE_TEST_MS = 120_000;
/** A hook there may tell weeks of three authorities. */
const HOST_TEST_MS = 900_000;

/** Commands that a test starts find their modules compiled, as a synth does. */
const compileCache = fileURLToPath(new URL(".build/compile-cache", import.meta.url));

/** Tests that need no host run first and side by side; hosts run one at a time, for the machine has two cores. */
const withHost = (name: string, order: number) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: HOST_TEST_MS,
    hookTimeout: HOST_TEST_MS,
    fileParallelism: false,
    sequence: { groupOrder: order },
  },
});

export default defineConfig({
  test: {
    reporters: ["default", "json", "./test/tools/closing-line.ts"],
    outputFile: { json: ".lab/test-results.json" },
    projects: [
      {
        test: {
          name: "core",
          include: ["test/{unit,protocol,infra}/**/*.test.ts"],
          testTimeout: CORE_TEST_MS,
          hookTimeout: CORE_TEST_MS,
          // Importing everything anew for each file was more than half of the time. So a file leaves nothing behind:
          pool: "threads",
          isolate: false,
          maxWorkers: "100%",
          restoreMocks: true,
          unstubEnvs: true,
          unstubGlobals: true,
          env: { NODE_COMPILE_CACHE: compileCache },
          globalSetup: ["test/tools/scratch.ts"],
          sequence: { groupOrder: 0 },
        },
      },
      withHost("plugin", 1),
      withHost("integration", 2),
      withHost("browser", 3),
    ],
  },
});
