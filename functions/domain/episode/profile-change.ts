import type { EpisodeEvent, ProfileEvent } from "./events.ts";

/** The change that counts: the last by its number, whatever order the events come in. */
export const lastProfileChange = (events: readonly EpisodeEvent[]): ProfileEvent | undefined =>
  events
    .filter((e) => e.kind === "profile")
    .toSorted((a, b) => a.nth - b.nth)
    .at(-1);
