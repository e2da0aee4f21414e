import type { LedgerEntry, Write } from "../../functions/core/ports/writes.ts";

type Versioned = { version: number; body: string };
type LedgerRow = { body: string; dueAt: string; told: number; withoutReceipt: boolean };

/** Sorts after every instant, as in the real tables. */
export const NEVER = "9999";

/** The tables, as text: what does not survive being stored does not survive here. */
export const aDatabase = () => ({
  episodes: new Map<string, Versioned>(),
  events: new Map<string, Map<number, string>>(),
  children: new Map<string, Versioned>(),
  office: new Map<string, Versioned>(),
  /** Until when a claim is held. */
  claims: new Map<string, string>(),
  outbox: new Map<string, string>(),
  /** By month, then by episode. */
  facts: new Map<string, Map<string, string>>(),
  ledger: new Map<string, LedgerRow>(),
  digests: new Map<string, string>(),
  tokens: new Map<string, string>(),
  links: new Map<string, string>(),
  /** Mails noted as being there, and by when to look at each: in the real table the row that its account replaces. */
  arrivals: new Map<string, string>(),
  round: new Map<"round", string>(),
});

export type Database = ReturnType<typeof aDatabase>;

const isAt = (row: Versioned | undefined, expected: number): boolean =>
  expected === 0 ? row === undefined : row?.version === expected;

const waits = ({ outcome, decision }: Partial<LedgerEntry>): boolean =>
  outcome === "quarantined" && decision === undefined;

const timesTaken = ({ takenOff = [] }: Partial<LedgerEntry>): number => takenOff.length;

/** The condition each write has in the real transaction. */
export const allowed = (write: Write, db: Database): boolean => {
  switch (write.kind) {
    case "event":
      return !db.events.get(write.event.episodeId)?.has(write.event.seq);
    case "episode":
      return isAt(db.episodes.get(write.row.episodeId), write.expectedVersion);
    case "office":
      return isAt(db.office.get("office"), write.expectedVersion);
    case "child":
      return isAt(db.children.get(write.row.key), write.expectedVersion);
    case "ledger": {
      const row = db.ledger.get(write.entry.mailId);
      return row === undefined || row.withoutReceipt;
    }
    case "unannounced":
      return db.arrivals.has(write.entry.mailId);
    case "asked":
    case "decided": {
      const mailId = write.kind === "asked" ? write.mailId : write.entry.mailId;
      const row = db.ledger.get(mailId);
      const entry: Partial<LedgerEntry> = JSON.parse(row?.body ?? "{}");
      return (
        entry.outcome === "quarantined" &&
        entry.decision === undefined &&
        (write.kind === "asked" || timesTaken(entry) === timesTaken(write.entry))
      );
    }
    case "waits-again": {
      const row = db.ledger.get(write.was.mailId);
      const entry: Partial<LedgerEntry> = JSON.parse(row?.body ?? "{}");
      return (
        row !== undefined && waits(entry) === waits(write.was) && timesTaken(entry) === timesTaken(write.was)
      );
    }
    case "came-again": {
      const row = db.ledger.get(write.mailId);
      const entry: Partial<LedgerEntry> = JSON.parse(row?.body ?? "{}");
      return entry.outcome === "quarantined" && entry.decision === undefined && !entry.cameAgain;
    }
    case "digest":
      return db.digests.get(write.digest) === write.instead;
    case "facts":
    case "facts-left":
    case "outbox":
    case "link":
    case "rung-sent":
      return true;
  }
};

const putEvent = (db: Database, { event }: Extract<Write, { kind: "event" }>): void => {
  const events = db.events.get(event.episodeId) ?? new Map<number, string>();
  db.events.set(event.episodeId, events.set(event.seq, JSON.stringify(event)));
};

export const apply = (write: Write, db: Database): void => {
  switch (write.kind) {
    case "event":
      putEvent(db, write);
      break;
    case "episode":
      db.episodes.set(write.row.episodeId, { version: write.row.version, body: JSON.stringify(write.row) });
      break;
    case "facts": {
      const { month, episodeId } = write.row;
      const rows = db.facts.get(month) ?? new Map<string, string>();
      db.facts.set(month, rows.set(episodeId, JSON.stringify(write.row)));
      break;
    }
    case "facts-left":
      db.facts.get(write.month)?.delete(write.episodeId);
      break;
    case "office":
      db.office.set("office", { version: write.row.version, body: JSON.stringify(write.row) });
      break;
    case "child":
      db.children.set(write.row.key, { version: write.row.version, body: JSON.stringify(write.row) });
      break;
    case "ledger":
    case "unannounced":
      db.arrivals.delete(write.entry.mailId);
      db.ledger.set(write.entry.mailId, {
        body: JSON.stringify(write.entry),
        dueAt: write.entry.alertAt ?? NEVER,
        told: 0,
        withoutReceipt: write.entry.reasons.includes("no-receipt"),
      });
      break;
    case "waits-again":
      db.ledger.set(write.entry.mailId, {
        body: JSON.stringify(write.entry),
        dueAt: write.entry.alertAt ?? NEVER,
        told: 0,
        withoutReceipt: false,
      });
      break;
    case "decided":
      db.ledger.set(write.entry.mailId, {
        body: JSON.stringify(write.entry),
        dueAt: NEVER,
        told: 0,
        withoutReceipt: false,
      });
      break;
    case "asked": {
      const row = db.ledger.get(write.mailId);
      const entry: Partial<LedgerEntry> = JSON.parse(row?.body ?? "{}");
      const asked = [...(entry.asked ?? []), write.asked];
      if (row) row.body = JSON.stringify({ ...entry, asked });
      break;
    }
    case "came-again": {
      const row = db.ledger.get(write.mailId);
      if (row) row.body = JSON.stringify({ ...JSON.parse(row.body), cameAgain: true });
      break;
    }
    case "digest":
      db.digests.set(write.digest, write.mailId);
      break;
    case "outbox":
      db.outbox.set(write.message.id, JSON.stringify(write.message));
      break;
    case "link":
      db.links.set(write.link, JSON.stringify(write.opens));
      break;
    case "rung-sent":
      db.claims.set(write.claim, NEVER);
      break;
  }
};
