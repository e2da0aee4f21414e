import { type Instant, toInstant } from "../calendar/instant.ts";
import type { Episode } from "../episode/episode.ts";
import { fold } from "../episode/fold.ts";
import { type Due, dueOf } from "./due.ts";
import type { Duty } from "./duty.ts";
import { episodeAbout } from "./each-concern.ts";

/** What the limit was before, and when something better became known. */
export type Moved = { from: Due; at: Instant };

/** With what was taken back since: a limit may have moved when it was. */
const everRecorded = ({ compacts, actions, taken }: Episode) => [
  ...compacts,
  ...actions,
  ...taken.map(({ event }) => event),
];

/** The episode as it was known just before an instant; undefined where nothing was. */
const knownBefore = (episode: Episode, at: Instant): Episode | undefined => {
  const events = everRecorded(episode).filter((e) => toInstant(e.recordedAt) < at);
  return events.some((e) => e.kind === "compact") ? fold(episode.id, events) : undefined;
};

/**
 * A limit moves only when its anchor does, and the reason is kept (ALL-06): the fold before the event that moved
 * it gives the limit it had. Worked out when somebody reads it, as every event is on record.
 */
export const movedLimit = (duty: Duty, episode: Episode): Moved | undefined => {
  if (duty.dueAt === undefined || duty.rule.series) return undefined;
  const receipts = everRecorded(episode).map((e) => toInstant(e.recordedAt));
  for (const at of [...new Set(receipts)].toSorted((a, b) => b - a)) {
    const before = knownBefore(episode, at);
    const from = before && dueOf(duty.rule, episodeAbout(duty.about, before), duty.createdAt);
    if (from && from.at !== duty.dueAt) return { from, at };
  }
  return undefined;
};
