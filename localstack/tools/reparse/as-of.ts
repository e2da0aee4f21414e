import type { StoredEpisode } from "../../../functions/core/ports/stored-episode.ts";
import type { LedgerEntry } from "../../../functions/core/ports/writes.ts";
import { toInstant } from "../../../functions/domain/calendar/instant.ts";
import type { EpisodeEvent } from "../../../functions/domain/episode/events.ts";
import type { DecideDeps } from "../../../functions/ingest-compact/decide.ts";

type Mail = Pick<LedgerEntry, "mailId" | "outcome" | "duplicateOf" | "receivedAt">;

const isAfter = (at: string, { receivedAt }: Mail): boolean => toInstant(at) > toInstant(receivedAt);

/** A mail a person released came into the episode when they did. */
const cameIn = (event: EpisodeEvent): string =>
  event.kind === "compact" ? (event.released?.at ?? event.recordedAt) : event.recordedAt;

const isOf =
  ({ mailId }: Mail) =>
  (event: EpisodeEvent): boolean =>
    event.kind === "compact" && event.mailId === mailId;

/** The episode as the mail found it: events are stored in the order they came in. */
export const episodeAsOf = (stored: StoredEpisode | undefined, mail: Mail): StoredEpisode | undefined => {
  if (!stored) return undefined;
  const own = stored.events.findIndex(isOf(mail));
  const events =
    own < 0 ? stored.events.filter((event) => !isAfter(cameIn(event), mail)) : stored.events.slice(0, own);
  return events.some(({ kind }) => kind === "compact") ? { ...stored, events } : undefined;
};

/** What became of a mail later is left out: it waited still. */
const accountAsOf = (entry: LedgerEntry | undefined, mail: Mail): LedgerEntry | undefined => {
  if (!entry?.decision || !isAfter(entry.decision.at, mail)) return entry;
  const { decision: _, duplicateOf: __, ...waiting } = entry;
  return { ...waiting, outcome: "quarantined" };
};

/**
 * The ledger as the mail found it. Which mail stood for its content then is known of a duplicate; of any other it can
 * only be one received before it.
 */
export const ledgerAsOf = (ledger: DecideDeps["ledger"], mail: Mail): DecideDeps["ledger"] => {
  const entry = async (mailId: string) => accountAsOf(await ledger.entry(mailId), mail);
  return {
    entry,
    byDigest: async (digest) => {
      const owner = mail.outcome === "duplicate" ? mail.duplicateOf : await ledger.byDigest(digest);
      const before = owner === undefined || owner === mail.mailId ? undefined : await entry(owner);
      return before && !isAfter(before.receivedAt, mail) ? owner : undefined;
    },
  };
};
