import { readdirSync, readFileSync } from "node:fs";
import { faultInWords, readProfile } from "../functions/domain/profile/faults.ts";
import type { Profile } from "../functions/domain/profile/profile.ts";
import { fail, type Result } from "../functions/domain/result.ts";

export const profiles = new URL("./profiles/", import.meta.url);

const known = (folder: URL): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort();

const parse = (text: string): Result<unknown, string> => {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return fail(`is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** The authority's profile, or every reason why it can't be deployed, one sentence each. */
export const readAuthority = (name: unknown, folder: URL = profiles): Result<Profile, string[]> => {
  const choices = known(folder);
  const hint = `Choose one of: ${choices.join(", ") || "(infra/profiles holds none)"}.`;
  if (typeof name !== "string" || name === "")
    return fail([`No authority given: add -c authority=NAME. ${hint}`]);
  if (!choices.includes(name)) return fail([`There is no profile "${name}" in infra/profiles. ${hint}`]);
  const file = `infra/profiles/${name}.json`;
  const raw = parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
  if (!raw.ok) return fail([`${file} ${raw.error}`]);
  const read = readProfile(raw.value);
  if (!read.ok) return fail(read.error.map((fault) => `${file}: ${faultInWords(fault)}`));
  if (read.value.authority !== name)
    return fail([`${file}: authority: says "${read.value.authority}", the file's name says "${name}"`]);
  return read;
};
