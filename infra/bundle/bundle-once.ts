import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { bundleFunctions } from "./build.ts";
import { writeIfChanged } from "./write-if-changed.ts";

/** What decides how the bundles are made besides the files that go into them. */
const recipe = [
  "package-lock.json",
  "infra/bundle/build.ts",
  "infra/bundle/bundle-replacements.ts",
  "infra/functions.ts",
  "infra/bundle/styles.ts",
  "infra/styles/console.scss",
  "functions/reading/mail-reader/bundle-aliases.mjs",
];

const stampSchema = z.object({ files: z.array(z.string()), hash: z.string() });

/** Over the content of all of them; one that is gone counts as empty. */
const hashOf = (root: string, files: readonly string[]): string => {
  const hash = createHash("sha256");
  for (const file of files)
    hash.update(`${file}\0`).update(existsSync(root + file) ? readFileSync(root + file) : "");
  return hash.digest("hex");
};

const isFresh = (root: string, stamp: string): boolean => {
  try {
    const { files, hash } = stampSchema.parse(JSON.parse(readFileSync(stamp, "utf8")));
    return hashOf(root, files) === hash;
  } catch {
    return false;
  }
};

type Bundler = (outdir: string) => Promise<{ inputs: object; outputs: object }>;

const project = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Bundles the functions into `.build/<name>` unless what lies there came of the same files; gives the folder.
 * Bundling is most of a synth, and most synths change only a profile.
 */
export const bundleOnce = async (
  name: string,
  root = project,
  bundle: Bundler = bundleFunctions,
): Promise<string> => {
  const folder = `${root}.build/${name}`;
  const stamp = `${folder}/bundled.json`;
  if (isFresh(root, stamp)) return folder;
  const { inputs, outputs } = await bundle(folder);
  const files = [...recipe, ...Object.keys(inputs), ...Object.keys(outputs)];
  writeIfChanged(stamp, Buffer.from(JSON.stringify({ files, hash: hashOf(root, files) })));
  return folder;
};
