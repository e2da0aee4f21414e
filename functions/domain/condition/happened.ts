import { type Instant, toInstant } from "../calendar/instant.ts";
import { givenBackAt } from "../episode/allocation.ts";
import { waitingForApproval } from "../episode/approvals.ts";
import type { Episode } from "../episode/episode.ts";
import type { Happening } from "../profile/condition.ts";

const latest = (events: readonly { recordedAt: string }[]): Instant | undefined =>
  events.length > 0 ? Math.max(...events.map(({ recordedAt }) => toInstant(recordedAt))) : undefined;

/** Since the last time it came about: each time somebody is told anew. */
export const happenedSince = (happening: Happening, { actions, taken }: Episode): Instant | undefined => {
  switch (happening) {
    case "approval-wanted":
      return latest(actions.filter(({ awaits }) => awaits !== undefined));
    case "approved":
      return waitingForApproval({ actions }).length > 0
        ? undefined
        : latest(actions.filter(({ type }) => type === "approve"));
    case "given-back":
      return givenBackAt(actions);
    case "taken-back":
      return latest(taken.map(({ by }) => by));
  }
};
