import { toInstant } from "../../domain/calendar/instant.ts";
import type { Compact } from "../../domain/compact/compact.ts";
import { calms } from "../../domain/episode/calms.ts";
import type { Episode } from "../../domain/episode/episode.ts";
import { contradictions } from "../../domain/episode/same-child.ts";
import type { Origin } from "./compact-event.ts";

/** A child found before it went missing was not found: an episode would keep such a report and nothing would change. */
const foundBeforeMissing = (compact: Compact, { missingAt }: Episode): string[] =>
  compact.kind === "found" && missingAt !== undefined
    ? (["foundAt", "returnedAt"] as const).filter((field) => {
        const said = compact[field];
        return said !== undefined && toInstant(said) < missingAt;
      })
    : [];

/** What the episode knows that keeps a report from being added to it before a person has read it, as reason codes. */
export const againstEpisode = (
  compact: Compact,
  episode: Episode,
  { doubt }: Pick<Origin, "doubt">,
): string[] => {
  const fields = [
    ...contradictions(episode.facts.child, compact.child),
    ...foundBeforeMissing(compact, episode),
  ];
  return [
    ...fields.map((field) => `conflicting-values:${field}`),
    ...(doubt !== undefined && calms(compact, episode) ? [doubt] : []),
  ];
};
