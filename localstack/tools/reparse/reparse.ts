import { episodeStore } from "../../../functions/adapters/dynamo/episode-store.ts";
import { ledger } from "../../../functions/adapters/dynamo/ledger.ts";
import { listRawMails, readRawMail } from "../../../functions/adapters/raw-mails.ts";
import type { LedgerEntry } from "../../../functions/core/ports/writes.ts";
import { type Instant, toInstant } from "../../../functions/domain/calendar/instant.ts";
import type { CompactEvent } from "../../../functions/domain/episode/events.ts";
import { decide } from "../../../functions/ingest-compact/decide.ts";
import { readMailWhole, sesReceiptSchema } from "../../../functions/reading/parse-compact.ts";
import { readEpisode } from "../../lab/episode/read-episode.ts";
import { authorityProfile } from "../../lab/stack/authority-profile.ts";
import type { Clients } from "../../lab/stack/clients.ts";
import type { Deployed } from "../../lab/stack/stacks.ts";
import { episodeAsOf, ledgerAsOf } from "./as-of.ts";
import { differences, type MailDifference } from "./differences.ts";

type Readers = Pick<Clients, "s3" | "dynamo">;

export type Reparsed = { read: number; skipped: number; differing: MailDifference[] };

/** The events a mail left, without those a person released: the reader did not make them. */
const eventsOf = async (
  { mailId, episodes }: LedgerEntry,
  clients: Readers,
  deployed: Deployed,
): Promise<CompactEvent[]> => {
  const stored = await Promise.all(episodes.map((id) => readEpisode(id, clients, deployed)));
  return stored
    .flatMap((episode) => episode?.events ?? [])
    .filter((e) => e.kind === "compact")
    .filter((e) => e.mailId === mailId && e.released === undefined);
};

const reparseOne = async (
  entry: LedgerEntry,
  clients: Readers,
  deployed: Deployed,
): Promise<MailDifference | undefined> => {
  const { mailId, receivedAt } = entry;
  const raw = await readRawMail(clients.s3, deployed.outputs.RawBucketName)(mailId);
  const receipt = sesReceiptSchema.parse(entry.receipt);
  const trust = authorityProfile(deployed.authority);
  const reading = await readMailWhole(raw, { receipt, trust, now: receivedAt });
  const mail = { mailId, receipt, receivedAt: toInstant(receivedAt) };
  const now = await decide(mail, reading, {
    ledger: ledgerAsOf(ledger(clients.dynamo, deployed.tables), entry),
    episodes: {
      load: async (id) => episodeAsOf(await readEpisode(id, clients, deployed), entry),
      children: episodeStore(clients.dynamo, deployed.tables).children,
    },
    now: () => mail.receivedAt,
  });
  const held = { entry, events: await eventsOf(entry, clients, deployed) };
  return differences(held, { entry: now.entry, events: [...now.events.values()].flat() });
};

/**
 * Reads stored mails with the code of now and says what it would make otherwise of them, each on what was stored when
 * it came: what later mails and people brought is no difference of the code's. Changes nothing. Left
 * alone are mails a person has decided about, and those whose receipt never came.
 */
export const reparse = async (since: Instant, clients: Readers, deployed: Deployed): Promise<Reparsed> => {
  const { entry: entryOf } = ledger(clients.dynamo, deployed.tables);
  const done: Reparsed = { read: 0, skipped: 0, differing: [] };
  for await (const { mailId } of listRawMails(clients.s3, deployed.outputs.RawBucketName)()) {
    const entry = await entryOf(mailId);
    if (entry && toInstant(entry.receivedAt) < since) continue;
    if (!entry?.receipt || entry.decision) {
      done.skipped += 1;
      continue;
    }
    done.read += 1;
    const differing = await reparseOne(entry, clients, deployed);
    if (differing) done.differing.push(differing);
  }
  return done;
};
