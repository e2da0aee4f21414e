import { type Instant, toInstant } from "../calendar/instant.ts";
import type { Episode } from "../episode/episode.ts";
import type { ActionEvent } from "../episode/events.ts";

type Concerns = Record<string, boolean | string | undefined>;

const concernsOf = (action: ActionEvent): Concerns => (action.data.concerns ?? {}) as Concerns;

/** Since when one of these concerns is on the interview or its written record. */
export const concernedSince = (episode: Episode, kinds: readonly string[]): Instant | undefined => {
  const action = episode.actions.find((a) => kinds.some((kind) => concernsOf(a)[kind] === true));
  return action && toInstant(action.recordedAt);
};

export const concernKinds = ["exploitation", "safeguarding", "immediate", "trafficking"] as const;

/** The earliest instant at which somebody says a concern was disclosed or noticed. */
export const noticedAt = ({ actions }: Episode): Instant | undefined => {
  const stated = actions
    .map((a) => concernsOf(a).noticedAt)
    .filter((at) => typeof at === "string")
    .map(toInstant);
  return stated.length > 0 ? Math.min(...stated) : undefined;
};

/** What the recipients of the interview must see first; undefined when nothing was flagged. */
export const immediateConcern = (episode: Episode): string | undefined => {
  const flagged = episode.actions.findLast((a) => concernsOf(a).immediate === true);
  if (!flagged) return undefined;
  return String(concernsOf(flagged).summary ?? "Immediate concern flagged by the interviewer.");
};
