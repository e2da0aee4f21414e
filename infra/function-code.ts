import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundleOnce } from "./bundle-once.ts";
import { type FunctionName, functionNames } from "./functions.ts";
import { writeIfChanged } from "./write-if-changed.ts";

const profiles = fileURLToPath(new URL("./profiles/", import.meta.url));

/** The functions' code as an authority deploys it: each bundle with the profile beside it. */
export const functionCode = async (authority: string): Promise<(name: FunctionName) => string> => {
  const out = await bundleOnce(authority);
  const folderOf = (name: FunctionName): string => `${out}/${name}`;
  const profile = readFileSync(`${profiles}${authority}.json`);
  for (const name of functionNames) writeIfChanged(`${folderOf(name)}/profile.json`, profile);
  return folderOf;
};
