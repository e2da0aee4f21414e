import { setTimeout as pause } from "node:timers/promises";
import { ledger } from "../../../functions/adapters/dynamo/ledger.ts";
import type { LedgerEntry } from "../../../functions/core/ports/writes.ts";
import { readEpisode } from "../episode/read-episode.ts";
import { LabError } from "../errors.ts";
import type { Clients } from "../stack/clients.ts";
import type { Deployed } from "../stack/stacks.ts";

export type Accounted = {
  mailId: string;
  outcome: LedgerEntry["outcome"];
  /** References of the episodes the mail changed. */
  episodes: string[];
  reasons: string[];
};

const LIMIT_MS = 90_000;
const BETWEEN_MS = 40;

const entryOf = async (mailId: string, clients: Clients, { tables }: Deployed): Promise<LedgerEntry> => {
  const { find } = ledger(clients.dynamo, tables);
  const giveUpAt = Date.now() + LIMIT_MS;
  for (;;) {
    const entry = await find(mailId);
    if (entry) return entry;
    if (Date.now() > giveUpAt)
      throw new LabError(
        `The mail ${mailId} was not accounted for within ${LIMIT_MS / 1_000} s: see ingest-compact's log.`,
      );
    await pause(BETWEEN_MS);
  }
};

/** Waits for the ledger's word on a mail. */
export const accounted = async (mailId: string, clients: Clients, deployed: Deployed): Promise<Accounted> => {
  const { outcome, episodes, reasons } = await entryOf(mailId, clients, deployed);
  const stored = await Promise.all(episodes.map((id) => readEpisode(id, clients, deployed)));
  return {
    mailId,
    outcome,
    episodes: stored.flatMap((e) => (e ? [e.row.reference] : [])),
    reasons: [...reasons],
  };
};
