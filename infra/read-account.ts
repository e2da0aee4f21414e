import type { Profile } from "../functions/domain/profile/profile.ts";
import { fail, ok, type Result } from "../functions/domain/result.ts";
import { readAuthority } from "./read-authority.ts";

const readTwice = (profiles: Profile[]): string[] =>
  profiles
    .filter(({ mail }, i) => profiles.findIndex((other) => other.mail.ingest === mail.ingest) < i)
    .map(
      ({ authority, mail }) =>
        `infra/profiles/${authority}.yaml: mail.ingest: another authority reads ${mail.ingest}`,
    );

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
  const all = [...faults, ...readTwice(profiles)];
  return all.length > 0 ? fail(all) : ok(profiles);
};
