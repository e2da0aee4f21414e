import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { minify } from "@swc/core";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { type FunctionName, functionNames, workers } from "../functions.ts";
import { bundleAliases, slimNodemailer, slimPackages, slimSchemas, slimZod } from "./bundle-replacements.ts";
import { consoleStyles } from "./styles.ts";
import { writeIfChanged } from "./write-if-changed.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Some libraries are CommonJS and ask for Node's own modules with `require`, which an ES module lacks. Nothing is
 * declared: any name might be one that a bundled file declares too.
 */
const banner = 'globalThis.require??=process.getBuiltinModule("node:module").createRequire(import.meta.url);';

type Shortened = Pick<BuildOptions, "minify" | "minifyWhitespace" | "minifyIdentifiers">;

export const bundle = async (outdir: string, entryPoints: Record<string, string>, shortened: Shortened) =>
  build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    ...shortened,
    metafile: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node24",
    mainFields: ["module", "main"],
    legalComments: "none",
    banner: { js: banner },
    alias: await bundleAliases(),
    plugins: [slimNodemailer, slimPackages, slimSchemas, slimZod],
    logLevel: "warning",
  });

/** Its pages are most of it; a second pass takes a second, so what lies far from its limit goes without. */
const smallest = "/serve-console/index.mjs";

/** As a minifier that knows more of what code does leaves it: one byte in thirty less. */
const shortest = async (contents: Uint8Array): Promise<Uint8Array> => {
  const { code } = await minify(Buffer.from(contents).toString("utf8"), {
    module: true,
    ecma: 2022,
    compress: { passes: 2 },
    mangle: true,
  });
  return Buffer.from(code);
};

/** A style sheet among the outputs. */
const noScript = { bytes: 0, inputs: {}, imports: [], exports: [] };

const entries = (names: readonly string[], sourceOf: (name: string) => string, file: string) =>
  Object.fromEntries(names.map((name) => [`${name}/${file}`, sourceOf(name)]));

/**
 * Bundles every function: `<out>/<function>/index.mjs`, `worker.mjs` beside it where it has one, and beside the
 * console's its style sheet.
 */
export const bundleFunctions = async (outdir: string): Promise<Metafile> => {
  const runs = await Promise.all([
    bundle(
      outdir,
      entries(functionNames, (name) => `functions/${name}/handler.ts`, "index"),
      {
        minify: true,
      },
    ),
    // Rewriting the syntax of a PDF reader takes a second and a half, and saves one byte in a hundred.
    bundle(
      outdir,
      entries(Object.keys(workers), (name) => workers[name as FunctionName] ?? "", "worker"),
      {
        minifyWhitespace: true,
        minifyIdentifiers: true,
      },
    ),
  ]);
  const styles = `${outdir}/serve-console/console.css`;
  writeIfChanged(styles, Buffer.from(consoleStyles()));
  await Promise.all(
    runs
      .flatMap(({ outputFiles }) => outputFiles)
      .map(async ({ path, contents }) =>
        writeIfChanged(path, path.endsWith(smallest) ? await shortest(contents) : contents),
      ),
  );
  const [{ metafile: functions }, { metafile: readers }] = runs;
  return {
    inputs: { ...functions.inputs, ...readers.inputs },
    outputs: { ...functions.outputs, ...readers.outputs, [relative(root, styles)]: noScript },
  };
};
