import { globSync, statSync } from "node:fs";
import { type FunctionName, functionNames, readers } from "./functions.ts";

export type BundleSize = { name: FunctionName; bytes: number; budget: number };

/** Each byte is read and compiled at a cold start. Only the mail reader may be big. */
const budgetOf = (name: FunctionName): number => (readers.includes(name) ? 1_800_000 : 500_000);

const weigh = (folder: string): number =>
  globSync(`${folder}/*.mjs`).reduce((bytes, file) => bytes + statSync(file).size, 0);

/** What the bundles in a folder weigh, a worker's code included, against what they may. */
export const bundleSizes = (folder: string): BundleSize[] =>
  functionNames.map((name) => ({ name, bytes: weigh(`${folder}/${name}`), budget: budgetOf(name) }));
