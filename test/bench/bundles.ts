import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleFunctions } from "../../infra/bundle/build.ts";
import { bundleSizes } from "../../infra/bundle/bundle-sizes.ts";
import { atMost, type Figure } from "./figure.ts";

/** The functions' code as it is deployed, in a folder that is gone afterwards. */
export const withBundles = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), "safe-return-bench-"));
  try {
    await bundleFunctions(folder);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Bytes of each function's minified code, a worker's included. */
export const benchBundles = (folder: string): Record<string, Figure> =>
  Object.fromEntries(bundleSizes(folder).map(({ name, bytes, budget }) => [name, atMost(budget, bytes)]));
