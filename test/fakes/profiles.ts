import type { ProfileStore } from "../../functions/core/ports/episode-store.ts";
import type { Profile } from "../../functions/domain/profile/profile.ts";

/** The versions of a profile, the first called "v1"; `deploy` makes another one current and keeps those before. */
export const someProfiles = (first: Profile): ProfileStore & { deploy: (next: Profile) => void } => {
  const versions = new Map([["v1", first]]);
  const find = async (hash: string) => versions.get(hash);
  const byHash = async (hash: string) => {
    const found = versions.get(hash);
    if (!found) throw new Error(`no version ${hash}`);
    return found;
  };
  const store = { current: { profile: first, hash: "v1" }, find, byHash };
  const deploy = (next: Profile): void => {
    const hash = `v${versions.size + 1}`;
    versions.set(hash, next);
    store.current = { profile: next, hash };
  };
  return Object.assign(store, { deploy });
};
