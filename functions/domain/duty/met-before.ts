import { type Instant, toInstant } from "../calendar/instant.ts";
import type { Episode } from "../episode/episode.ts";
import type { Rule } from "../profile/rule.ts";
import type { Ending } from "./duty.ts";

const SECOND = 1_000;

/**
 * A duty met under a former version of the profile stays met: unless what ended it was taken back since, or it
 * arises anew.
 */
export const metBefore = (
  rule: Rule,
  { key, created }: { key: string; created: Instant },
  { profileChange, actions }: Episode,
): Ending | undefined => {
  const met = profileChange?.kept.met.find((m) => m.duty === key);
  if (!profileChange || !met || created >= toInstant(met.createdAt) + SECOND) return undefined;
  const changedAt = toInstant(profileChange.at);
  const takenBack = rule.endedBy.some(({ undoneBy }) =>
    actions.some((a) => a.type === undoneBy && toInstant(a.recordedAt) >= changedAt),
  );
  if (takenBack) return undefined;
  const { state, at, reason } = met;
  return { state, ...(at ? { at: toInstant(at) } : {}), ...(reason === undefined ? {} : { reason }) };
};
