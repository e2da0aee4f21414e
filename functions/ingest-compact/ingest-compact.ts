import { type AppendDeps, appendEvents, planFor } from "../core/append-events/append-events.ts";
import { commit } from "../core/append-events/commit.ts";
import type { Ledger, ReceivedMail } from "../core/ports/ledger.ts";
import type { LedgerEntry, Write } from "../core/ports/writes.ts";
import { toInstant } from "../domain/calendar/instant.ts";
import type { Reading } from "../reading/parse-compact.ts";
import { decide } from "./decide.ts";

export type IngestDeps = AppendDeps & {
  ledger: Ledger;
  read: (mail: ReceivedMail) => Promise<Reading>;
  /** Tells a person at once; the watchdog does where this function dies. */
  alert: () => Promise<unknown>;
};

type Accounted = { entry: LedgerEntry; isNew: boolean };

/**
 * Every mail ends in exactly one of: applied, duplicate of another, quarantined with a named role told. Ledger,
 * events, state and outbox are one transaction; of a mail with several children each further episode is added
 * first, under event ids that a retry recognises.
 */
export const ingestCompact = async (mail: ReceivedMail, deps: IngestDeps): Promise<LedgerEntry> => {
  let reading: Reading | undefined;
  const { entry, isNew } = await commit<Accounted>(async () => {
    const known = await deps.ledger.find(mail.mailId);
    if (known) return { answer: { entry: known, isNew: false } };
    reading ??= await deps.read(mail);
    const { entry, events, settles, digest } = await decide(mail, reading, deps);
    const [main, ...further] = [...events];
    for (const [episodeId, more] of further) await appendEvents({ episodeId, events: more }, deps);
    const planned = main && (await planFor({ episodeId: main[0], events: main[1] }, deps));
    const settled: Write[] = settles ? [{ kind: "decided", entry: settles }] : [];
    return {
      answer: { entry, isNew: true },
      writes: [...(planned?.writes ?? []), { kind: "ledger", entry }, ...settled, ...digest],
      outbox: planned?.outbox ?? [],
    };
  }, deps);
  if (isNew && entry.alertAt && toInstant(entry.alertAt) <= deps.now()) await deps.alert();
  return entry;
};
