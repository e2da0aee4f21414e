import type { ProfileStore } from "../core/ports/episode-store.ts";
import type { Profile } from "../domain/profile/profile.ts";

/**
 * The profile with the console where this stack has it: a mail's link must open, whatever version wrote the mail. The
 * same for the same profile, as what is worked out from one is kept with it.
 */
export const profileAt = (consoleUrl: string): ((profile: Profile) => Profile) => {
  const known = new WeakMap<Profile, Profile>();
  return (profile) => {
    const there = known.get(profile) ?? { ...profile, consoleUrl };
    known.set(profile, there);
    return there;
  };
};

export const profilesAt = (consoleUrl: string, store: ProfileStore): ProfileStore => {
  const at = profileAt(consoleUrl);
  const { profile, hash } = store.current;
  return {
    current: { profile: at(profile), hash },
    byHash: async (wanted) => at(await store.byHash(wanted)),
    find: async (wanted) => {
      const found = await store.find(wanted);
      return found && at(found);
    },
  };
};
