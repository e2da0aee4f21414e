import type { CompactDraft } from "../../domain/compact/compact.ts";
import { episodeIdOf } from "../../domain/episode/identity.ts";
import { contradictions } from "../../domain/episode/same-child.ts";
import { standingEvents } from "../../domain/episode/standing-events.ts";
import type { Reading } from "../../reading/reading.ts";
import type { EpisodeStore } from "../ports/episode-store.ts";
import type { LedgerEntry } from "../ports/writes.ts";

/**
 * Only what the mail left in an episode for this very child counts, and stands: another under the same reference still waits,
 * and one that was taken off waits again.
 */
const isActedOn = async (
  { kind, reference, child }: CompactDraft,
  force: string,
  { mailId, episodes }: LedgerEntry,
  store: Pick<EpisodeStore, "load">,
): Promise<boolean> => {
  const episodeId = reference && episodeIdOf(force, reference);
  if (!episodeId || !episodes.includes(episodeId)) return false;
  const events = (await store.load(episodeId))?.events ?? [];
  return standingEvents(events).standing.some(
    (event) =>
      event.kind === "compact" &&
      event.mailId === mailId &&
      event.type === kind &&
      contradictions(event.compact.child, child).length === 0,
  );
};

/** What the mail reports and nobody has acted on, as far as it could be read: of several children the readable ones are applied. */
export const waitingDrafts = async (
  { result }: Reading,
  force: string,
  entry: LedgerEntry,
  store: Pick<EpisodeStore, "load">,
): Promise<CompactDraft[]> => {
  const waiting: CompactDraft[] = [];
  for (const draft of result.compacts)
    if (!(await isActedOn(draft, force, entry, store))) waiting.push(draft);
  return result.status === "accepted" ? [...waiting, ...(result.waiting ?? [])] : waiting;
};
