import { type Instant, toInstant } from "../calendar/instant.ts";
import { waitingForApproval } from "../episode/approvals.ts";
import type { Episode } from "../episode/episode.ts";
import type { Happening } from "../profile/condition.ts";

const latest = (events: readonly { recordedAt: string }[]): Instant | undefined =>
  events.length > 0 ? Math.max(...events.map(({ recordedAt }) => toInstant(recordedAt))) : undefined;

const explaining: readonly string[] = [
  "cancel",
  "found-retracted",
  "fact-recorded",
  "found",
  "missing",
  "absent",
];

/** What says of a cancelled report whether the child is back, or that there was nothing to report (ALL-08). */
const explanations = ({ actions, compacts }: Episode): { recordedAt: string }[] => {
  const asked = latest(compacts.filter(({ type, trusted }) => type === "cancelled" && trusted));
  return asked === undefined
    ? []
    : [...actions, ...compacts].filter(
        ({ type, recordedAt }) => explaining.includes(type) && toInstant(recordedAt) >= asked,
      );
};

/** Since the last time it came about: each time somebody is told anew. */
export const happenedSince = (happening: Happening, episode: Episode): Instant | undefined => {
  const { actions, taken, assumedBackSince } = episode;
  switch (happening) {
    case "approval-wanted":
      return latest(actions.filter(({ awaits }) => awaits !== undefined));
    case "approved":
      return waitingForApproval({ actions }).length > 0
        ? undefined
        : latest(actions.filter(({ type }) => type === "approve"));
    case "taken-back":
      return latest(taken.map(({ by }) => by));
    case "cancelled-without-return":
      return assumedBackSince;
    case "cancellation-explained":
      return assumedBackSince === undefined ? latest(explanations(episode)) : undefined;
  }
};
