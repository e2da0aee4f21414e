import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";
import { bundleAliases, slimNodemailer, slimSchemas, slimZod } from "./bundle-replacements.ts";
import { functionNames, workers } from "./functions.ts";
import { writeIfChanged } from "./write-if-changed.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Some libraries are CommonJS and ask for Node's own modules with `require`, which an ES module lacks. */
const banner = 'import{createRequire as r}from"node:module";const require=r(import.meta.url);';

/** Bundles every function in one run: `<out>/<function>/index.mjs`. */
export const bundleFunctions = async (outdir: string): Promise<Metafile> => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: {
      ...Object.fromEntries(functionNames.map((n) => [`${n}/index`, `functions/${n}/handler.ts`])),
      ...Object.fromEntries(Object.entries(workers).map(([n, worker]) => [`${n}/worker`, worker])),
    },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    minify: true,
    metafile: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node24",
    mainFields: ["module", "main"],
    legalComments: "none",
    banner: { js: banner },
    alias: await bundleAliases(),
    plugins: [slimNodemailer, slimSchemas, slimZod],
    logLevel: "warning",
  });
  for (const { path, contents } of outputFiles) writeIfChanged(path, contents);
  return metafile;
};
