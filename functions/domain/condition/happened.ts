import { type Instant, toInstant } from "../calendar/instant.ts";
import { givenBackAt } from "../episode/allocation.ts";
import { waitingForApproval } from "../episode/approvals.ts";
import type { Episode } from "../episode/episode.ts";
import type { Happening } from "../profile/condition.ts";

const latest = (events: readonly { recordedAt: string }[]): Instant | undefined =>
  events.length > 0 ? Math.max(...events.map(({ recordedAt }) => toInstant(recordedAt))) : undefined;

const starts = ["missing", "absent"];

/**
 * A found report that ends no absence, as each that the force tells of began after it. One that comes to a missing episode waits
 * for a person; here the found report came first, and counted until the missing one came. A person who let it in has read it.
 */
const foundBeforeMissing = (compacts: Episode["compacts"]): Instant | undefined => {
  const missing = compacts.filter(({ type }) => starts.includes(type));
  const began = Math.min(...missing.map(({ at }) => toInstant(at)));
  const known = Math.min(...missing.map(({ recordedAt }) => toInstant(recordedAt)));
  const odd = compacts.filter(
    ({ type, at, released }) => type === "found" && !released && toInstant(at) < began,
  );
  return missing.length > 0 && odd.length > 0 ? Math.max(known, latest(odd) ?? known) : undefined;
};

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
  const { actions, taken, compacts, assumedBackSince } = episode;
  switch (happening) {
    case "approval-wanted":
      return latest(actions.filter(({ awaits }) => awaits !== undefined));
    case "approved":
      return waitingForApproval({ actions }).length > 0
        ? undefined
        : latest(actions.filter(({ type }) => type === "approve"));
    case "given-back":
      return givenBackAt(actions);
    case "found-before-missing":
      return foundBeforeMissing(compacts);
    case "taken-back":
      return latest(taken.map(({ by }) => by));
    case "cancelled-without-return":
      return assumedBackSince;
    case "cancellation-explained":
      return assumedBackSince === undefined ? latest(explanations(episode)) : undefined;
  }
};
