import { defineConfig } from "vitest/config";

const HOST_TEST_MS = 240_000;

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
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      withHost("plugin", 1),
      withHost("integration", 2),
    ],
  },
});
