import type { Profile } from "../../functions/domain/profile/profile.ts";
import { type FunctionName, functionNames } from "../functions.ts";
import { bundleOnce } from "./bundle-once.ts";
import { writeIfChanged } from "./write-if-changed.ts";

/**
 * The functions' code as an authority deploys it: each bundle with the profile beside it. The profile is written whole,
 * as its check left it, so that a function need not check it again at every start.
 */
export const functionCode = async (profile: Profile): Promise<(name: FunctionName) => string> => {
  const out = await bundleOnce(profile.authority);
  const folderOf = (name: FunctionName): string => `${out}/${name}`;
  const whole = Buffer.from(JSON.stringify(profile));
  for (const name of functionNames) writeIfChanged(`${folderOf(name)}/profile.json`, whole);
  return folderOf;
};
