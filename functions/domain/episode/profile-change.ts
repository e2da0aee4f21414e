import type { EpisodeEvent, ProfileEvent } from "./events.ts";

/** The change that counts; of two by one number the one stored first. */
export const lastProfileChange = (events: readonly EpisodeEvent[]): ProfileEvent | undefined =>
  events
    .filter((e) => e.kind === "profile")
    .reduce<ProfileEvent | undefined>((last, e) => (last && last.nth >= e.nth ? last : e), undefined);
