import { toInstant } from "../../domain/calendar/instant.ts";
import type { Compact } from "../../domain/compact/compact.ts";
import { type Dispute, disputeOf } from "../../domain/compact/dispute.ts";
import { calms } from "../../domain/episode/calms.ts";
import type { Episode } from "../../domain/episode/episode.ts";
import { contradictions } from "../../domain/episode/same-child.ts";
import type { Origin } from "./compact-event.ts";

/** A child found before it went missing was not found: an episode would keep such a report and nothing would change. */
const foundBeforeMissing = (compact: Compact, { missingAt }: Episode): ("foundAt" | "returnedAt")[] =>
  compact.kind === "found" && missingAt !== undefined
    ? (["foundAt", "returnedAt"] as const).filter((field) => {
        const said = compact[field];
        return said !== undefined && toInstant(said) < missingAt;
      })
    : [];

export type Objection = { reasons: string[]; disputes: Dispute[] };

/** What the episode knows that keeps a report from being added to it before a person has read it. */
export const againstEpisode = (
  compact: Compact,
  episode: Episode,
  { doubt }: Pick<Origin, "doubt">,
): Objection => {
  const times = foundBeforeMissing(compact, episode);
  const fields = [...contradictions(episode.facts.child, compact.child), ...times];
  const isCalming = doubt !== undefined && calms(compact, episode);
  return {
    reasons: [...fields.map((field) => `conflicting-values:${field}`), ...(isCalming ? [doubt] : [])],
    disputes: [
      ...times.flatMap((field) => disputeOf(field, compact[field], episode.facts.missingSince)),
      ...(isCalming ? disputeOf("risk", compact.risk, episode.facts.risk) : []),
    ],
  };
};
