import { faultInWords } from "../functions/domain/profile/check/fault.ts";
import { sharedMailboxes } from "../functions/domain/profile/check/shared-mailboxes.ts";
import type { Profile } from "../functions/domain/profile/profile.ts";
import { fail, ok, type Result } from "../functions/domain/result.ts";
import { readAuthority } from "./read-authority.ts";

/** The authorities deployed in this account, as a synth names them: "a,b". */
export const accountNames = (names: unknown): string[] =>
  String(names)
    .split(",")
    .map((name) => name.trim());

/** Their profiles, or every reason against one of them. */
export const readAccount = (names: readonly string[], folder?: URL): Result<Profile[], string[]> => {
  const read = names.map((name) => readAuthority(name, folder));
  const faults = read.flatMap((one) => (one.ok ? [] : one.error));
  const profiles = read.flatMap((one) => (one.ok ? [one.value] : []));
  const shared = profiles.flatMap((profile) =>
    sharedMailboxes(profile, profiles).map(
      (fault) => `infra/profiles/${profile.authority}.yaml: ${faultInWords(fault)}`,
    ),
  );
  const all = [...faults, ...shared];
  return all.length > 0 ? fail(all) : ok(profiles);
};
