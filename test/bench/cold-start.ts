import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { functionNames } from "../../infra/functions.ts";
import { atMost, type Figure, median } from "./figure.ts";

const ROUNDS = 15;

/** A function's process as Lambda has it: import the code, take the handler, say the first line. */
const starter = `
const { handler } = await import(process.argv[2]);
if (typeof handler !== "function") throw new Error("no handler");
process.stdout.write("ready\\n");
process.exit(0);
`;

const start = (starterFile: string, bundle: string): Promise<number> =>
  new Promise((done, fail) => {
    const began = performance.now();
    const child = spawn(process.execPath, [starterFile, pathToFileURL(bundle).href], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { AWS_REGION: "eu-west-2", NODE_NO_WARNINGS: "1" },
    });
    let readyMs: number | undefined;
    child.stdout.once("data", () => {
      readyMs = performance.now() - began;
    });
    child.once("error", fail);
    child.once("close", () =>
      readyMs === undefined ? fail(new Error(`${bundle} did not start`)) : done(readyMs),
    );
  });

/** Turn and turn about with the empty handler, so that whatever else the machine does falls on each alike. */
export const benchColdStart = async (folder: string): Promise<Record<string, Figure>> => {
  const starterFile = join(folder, "starter.mjs");
  writeFileSync(starterFile, starter);
  writeFileSync(join(folder, "empty.mjs"), "export const handler = async () => {};");
  const bundles = ["empty.mjs", ...functionNames.map((name) => `${name}/index.mjs`)];
  const times = new Map<string, number[]>(bundles.map((bundle) => [bundle, []]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [bundle, list] of times) list.push(await start(starterFile, join(folder, bundle)));
  const msOf = (bundle: string): number => median(times.get(bundle) ?? []);
  const emptyMs = msOf("empty.mjs");
  return Object.fromEntries(
    functionNames.map((name) => {
      const ms = msOf(`${name}/index.mjs`);
      const limit = name === "ingest-compact" ? 5 : 3;
      return [name, atMost(limit, ms / emptyMs, { ms: Math.round(ms), emptyMs: Math.round(emptyMs) })];
    }),
  );
};
