import { ledgerEntrySchema } from "../../functions/adapters/dynamo/rows.ts";
import type { AlertDeps } from "../../functions/core/alert-quarantine/alert-quarantine.ts";
import type { Ledger } from "../../functions/core/ports/ledger.ts";
import type { LedgerEntry } from "../../functions/core/ports/writes.ts";
import type { DecideDeps } from "../../functions/decide-quarantine/effect.ts";
import { toIso } from "../../functions/domain/calendar/instant.ts";
import type { WatchForcesDeps } from "../../functions/watch-forces/watch-forces.ts";
import { type Database, NEVER } from "./database.ts";
import type { Io } from "./io.ts";

export const entryOf = (db: Database, mailId: string): LedgerEntry | undefined => {
  const row = db.ledger.get(mailId);
  return row && ledgerEntrySchema.parse(JSON.parse(row.body));
};

export const aLedger = (db: Database, io: Io): Ledger & DecideDeps["ledger"] => ({
  entry: (mailId) => io.call("read the mail's account", () => entryOf(db, mailId)),
  find: (mailId) =>
    io.call("find the mail's account", () =>
      db.ledger.get(mailId)?.withoutReceipt ? undefined : entryOf(db, mailId),
    ),
  byDigest: (digest) => io.call("find the digest", () => db.digests.get(digest)),
});

/** The index of a force's mails. */
export const someForceMails = (db: Database, io: Io): WatchForcesDeps["mails"] => ({
  newestOf: (force) =>
    io.call("read a force's mails", () =>
      [...db.ledger.values()]
        .map((row) => ledgerEntrySchema.parse(JSON.parse(row.body)))
        .filter((entry) => entry.force === force)
        .toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt))
        .slice(0, 100),
    ),
});

export const aQuarantine = (db: Database, io: Io): AlertDeps["quarantine"] => ({
  dueBy: (now, most) =>
    io.call("list what waits for a person", () =>
      [...db.ledger.values()]
        .map((row) => ({ ...row, entry: ledgerEntrySchema.parse(JSON.parse(row.body)) }))
        .filter(
          ({ dueAt, entry }) =>
            (entry.outcome === "quarantined" ? !entry.decision : entry.alertAt !== undefined) &&
            dueAt <= toIso(now),
        )
        .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
        .map(({ entry, told }) => ({ ...entry, told }))
        .slice(0, most),
    ),
  told: (mail, next) =>
    io.call("note who was told", () => {
      const row = db.ledger.get(mail.mailId);
      if (!row) return;
      row.told = mail.told + 1;
      row.dueAt = next === undefined ? NEVER : toIso(next);
    }),
});
