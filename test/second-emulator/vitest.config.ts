import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Not one of the projects of `npm test`: it installs an emulator of its own. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    name: "second-emulator",
    include: ["test/second-emulator/**/*.test.ts"],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    fileParallelism: false,
    // A story goes on from where it stood.
    bail: 1,
    reporters: ["default", "./test/tools/closing-line.ts"],
  },
});
