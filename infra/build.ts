import { copyFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { bundleAliases, slimNodemailer } from "./bundle-replacements.ts";
import { type FunctionName, functionNames } from "./functions.ts";

const root = new URL("../", import.meta.url);
const at = (path: string): string => fileURLToPath(new URL(path, root));

/** Some libraries are CommonJS and ask for Node's own modules with `require`, which an ES module lacks. */
const banner = 'import{createRequire as r}from"node:module";const require=r(import.meta.url);';

const options = async (entryPoints: Record<string, string>, outdir: string): Promise<BuildOptions> => ({
  absWorkingDir: at("."),
  entryPoints,
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  minify: true,
  platform: "node",
  format: "esm",
  target: "node24",
  mainFields: ["module", "main"],
  legalComments: "none",
  banner: { js: banner },
  alias: await bundleAliases(),
  plugins: [slimNodemailer],
  logLevel: "warning",
});

/** A mail is read by a worker beside the ingest function, which can be stopped when a mail is made to hang it. */
const entries = (): Record<string, string> => ({
  ...Object.fromEntries(functionNames.map((name) => [`${name}/index`, `functions/${name}/handler.ts`])),
  "ingest-compact/worker": "functions/parse-compact/worker.ts",
});

/** Bundles every function in one run and puts the authority's profile beside each. */
export const buildFunctions = async (authority: string): Promise<(name: FunctionName) => string> => {
  const out = at(`.build/${authority}`);
  const folderOf = (name: FunctionName): string => `${out}/${name}`;
  rmSync(out, { recursive: true, force: true });
  await build(await options(entries(), out));
  for (const name of functionNames)
    copyFileSync(at(`infra/profiles/${authority}.json`), `${folderOf(name)}/profile.json`);
  return folderOf;
};
