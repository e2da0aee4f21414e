import type { AcceptedResult, Compact, CompactDraft } from "../../domain/compact/compact.ts";
import type { Dispute } from "../../domain/compact/dispute.ts";
import type { Episode } from "../../domain/episode/episode.ts";
import type { CompactEvent } from "../../domain/episode/events.ts";
import { fold } from "../../domain/episode/fold.ts";
import { episodeIdOf } from "../../domain/episode/identity.ts";
import { contradictions, contradictionsAmong } from "../../domain/episode/same-child.ts";
import { againstEpisode, type Objection } from "./against-episode.ts";
import { compactEvent, type Origin } from "./compact-event.ts";
import { type Episodes, episodeFor } from "./episode-for.ts";

export type Facts = {
  /** What may be added to episodes, by their ids. */
  events: Map<string, CompactEvent[]>;
  reasons: string[];
  /** How many of the mail's reports nobody acts on before a person has. */
  waiting: number;
  disputes: Dispute[];
};

const episodeOf = async (
  episodeId: string,
  episodes: Pick<Episodes, "load">,
): Promise<Episode | undefined> => {
  const stored = await episodes.load(episodeId);
  return stored && fold(episodeId, stored.events);
};

/** A reference that comes back with another child's identity is read by a person before it changes anything. */
export const conflictsWith = async (
  episodeId: string,
  compact: Compact,
  episodes: Pick<Episodes, "load">,
) => {
  const episode = await episodeOf(episodeId, episodes);
  return episode ? contradictions(episode.facts.child, compact.child) : [];
};

const noObjection: Objection = { reasons: [], disputes: [] };

const conflicting = (fields: readonly string[]): string[] =>
  fields.map((field) => `conflicting-values:${field}`);

/** Also those that wait: of a child whose date of birth nobody can read the name may still say that it is another. */
const underOneReference = (reports: readonly CompactDraft[], force: string): Map<string, CompactDraft[]> =>
  Map.groupBy(
    reports.filter(({ reference }) => reference),
    ({ reference }) => episodeIdOf(force, reference ?? ""),
  );

/** What the mail adds to which episode, and what keeps the rest of it waiting. Reads, and writes nothing. */
export const factsOf = async (
  { compacts, waiting = [] }: AcceptedResult,
  origin: Origin,
  episodes: Episodes,
): Promise<Facts> => {
  const facts: Facts = { events: new Map(), reasons: [], waiting: waiting.length, disputes: [] };
  const together = underOneReference([...compacts, ...waiting], origin.force);
  for (const [index, compact] of compacts.entries()) {
    const under = episodeIdOf(origin.force, compact.reference);
    const children = (together.get(under) ?? []).map(({ child }) => child);
    const event = compactEvent(compact, index, origin);
    const episodeId = await episodeFor(event, episodes);
    const episode = await episodeOf(episodeId, episodes);
    const against = episode ? againstEpisode(compact, episode, origin) : noObjection;
    const reasons = [...conflicting(contradictionsAmong(children)), ...against.reasons];
    facts.reasons.push(...reasons);
    facts.disputes.push(...against.disputes);
    if (reasons.length > 0) facts.waiting += 1;
    else facts.events.set(episodeId, [...(facts.events.get(episodeId) ?? []), event]);
  }
  return facts;
};
