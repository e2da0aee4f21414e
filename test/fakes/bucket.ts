import type { Arrivals, Round } from "../../functions/core/ports/raw-mails.ts";
import { toInstant, toIso } from "../../functions/domain/calendar/instant.ts";
import type { ReconcileDeps } from "../../functions/reconcile-mail/reconcile-mail.ts";
import type { Database } from "./database.ts";
import type { Io } from "./io.ts";
import type { World } from "./world.ts";

export const someArrivals = (db: Database, io: Io): Arrivals => ({
  note: (mailId, dueAt) =>
    io.call("note a mail", () => {
      if (db.ledger.has(mailId) || db.arrivals.has(mailId)) return "known";
      db.arrivals.set(mailId, toIso(dueAt));
      return "noted";
    }),
  dueBy: (now, most) =>
    io.call("list mails without an account", () =>
      [...db.arrivals]
        .filter(([, dueAt]) => toInstant(dueAt) <= now)
        .toSorted(([, a], [, b]) => (a < b ? -1 : 1))
        .map(([mailId]) => mailId)
        .slice(0, most),
    ),
});

/** What the reconciler needs, of a bucket that gives so many mails a page. */
export const aReconciler = (
  { db, io, deps }: World,
  stored: readonly string[],
  pageOf = 1_000,
): ReconcileDeps => ({
  arrivals: someArrivals(db, io),
  raw: {
    after: (mailId = "") =>
      io.call("list the bucket", () => {
        const left = stored.toSorted().filter((id) => id > mailId);
        return { mailIds: left.slice(0, pageOf), more: left.length > pageOf };
      }),
  },
  ledger: {
    known: (mailIds) =>
      io.call(
        "look for mails",
        () => new Set(mailIds.filter((id) => db.ledger.has(id) || db.arrivals.has(id))),
      ),
  },
  rounds: {
    read: () =>
      io.call("read the round", () => {
        const kept = db.round.get("round");
        return kept === undefined ? undefined : (JSON.parse(kept) as Round);
      }),
    keep: (round) => io.call("keep the round", () => void db.round.set("round", JSON.stringify(round))),
  },
  transact: deps.episodes.transact,
  now: deps.now,
});
