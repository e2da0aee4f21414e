import { readdirSync, readFileSync } from "node:fs";
import { parseJson } from "../functions/domain/parse-json.ts";
import { faultInWords } from "../functions/domain/profile/faults.ts";
import type { Profile } from "../functions/domain/profile/profile.ts";
import { fail, type Result } from "../functions/domain/result.ts";
import { readProfile } from "../functions/reading/force-words/read-profile.ts";

export const profiles = new URL("./profiles/", import.meta.url);

/** Every authority with a profile, by name. */
export const authorityNames = (folder: URL = profiles): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort();

/** Why this names no authority: to every tool a bad argument. Undefined where it names one. */
export const unknownAuthority = (name: unknown, folder: URL = profiles): string | undefined => {
  const names = authorityNames(folder);
  if (typeof name === "string" && names.includes(name)) return undefined;
  const hint = `Choose one of: ${names.join(", ") || "(infra/profiles holds none)"}.`;
  return typeof name !== "string" || name === ""
    ? `No authority given: add -c authority=NAME. ${hint}`
    : `There is no profile "${name}" in infra/profiles. ${hint}`;
};

/** The authority's profile, or every reason why it can't be deployed, one sentence each. */
export const readAuthority = (name: string, folder: URL = profiles): Result<Profile, string[]> => {
  const unknown = unknownAuthority(name, folder);
  if (unknown !== undefined) return fail([unknown]);
  const file = `infra/profiles/${name}.json`;
  const raw = parseJson(readFileSync(new URL(`${name}.json`, folder), "utf8"));
  if (!raw.ok) return fail([`${file} is not JSON: ${raw.error}.`]);
  const read = readProfile(raw.value);
  if (!read.ok) return fail(read.error.map((fault) => `${file}: ${faultInWords(fault)}`));
  if (read.value.authority !== name)
    return fail([`${file}: authority: says "${read.value.authority}", the file's name says "${name}"`]);
  return read;
};
