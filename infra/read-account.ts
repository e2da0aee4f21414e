import type { Profile } from "../functions/domain/profile/profile.ts";
import { fail, ok, type Result } from "../functions/domain/result.ts";
import { readAuthority } from "./read-authority.ts";

const readTwice = (profiles: Profile[]): string[] =>
  profiles
    .filter(({ mail }, i) => profiles.findIndex((other) => other.mail.ingest === mail.ingest) < i)
    .map(
      ({ authority, mail }) =>
        `infra/profiles/${authority}.json: mail.ingest: another authority reads ${mail.ingest}`,
    );

/** The profiles of the authorities deployed in this account ("a,b"), or every reason against one of them. */
export const readAccount = (names: unknown, folder?: URL): Result<Profile[], string[]> => {
  const read = String(names)
    .split(",")
    .map((name) => readAuthority(name.trim(), folder));
  const faults = read.flatMap((one) => (one.ok ? [] : one.error));
  const profiles = read.flatMap((one) => (one.ok ? [one.value] : []));
  const all = [...faults, ...readTwice(profiles)];
  return all.length > 0 ? fail(all) : ok(profiles);
};
