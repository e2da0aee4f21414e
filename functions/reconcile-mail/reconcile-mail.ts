import { doneOf, fewInTurn } from "../core/fire-rungs/in-turn.ts";
import { type Arrivals, GRACE_MS, isMail, type Round } from "../core/ports/raw-mails.ts";
import type { Write } from "../core/ports/writes.ts";
import { type Instant, toIso } from "../domain/calendar/instant.ts";

export type ReconcileDeps = {
  arrivals: Arrivals;
  raw: { after: (mailId?: string) => Promise<{ mailIds: string[]; more: boolean }> };
  /** Which of these mails (a hundred at most) have an account, or a note. */
  ledger: { known: (mailIds: readonly string[]) => Promise<ReadonlySet<string>> };
  rounds: { read: () => Promise<Round | undefined>; keep: (round: Round) => Promise<void> };
  transact: (writes: readonly Write[]) => Promise<"committed" | "conflict">;
  now: () => Instant;
};

const MOST_DUE = 300;
const AT_ONCE = 8;

/** Puts a mail before a person; one that has got an account meanwhile keeps that. */
const quarantine = async (mailId: string, now: Instant, deps: ReconcileDeps): Promise<boolean> => {
  const at = toIso(now);
  const entry = {
    mailId,
    outcome: "quarantined",
    reasons: ["no-receipt"],
    episodes: [],
    receivedAt: at,
    alertAt: at,
  } as const;
  return (await deps.transact([{ kind: "unannounced", entry }])) === "committed";
};

const ROUND_MS = 24 * 3_600_000;
/** Of a thousand each: a million mails in a day. */
const MOST_PAGES = 10;
const BATCH = 100;

/** Notes those of a page that nothing is known of: S3 said nothing of them, or nobody heard it. */
const noteUnknown = async (page: readonly string[], now: Instant, deps: ReconcileDeps): Promise<number> => {
  const mailIds = page.filter(isMail);
  let noted = 0;
  for (let i = 0; i < mailIds.length; i += BATCH) {
    const batch = mailIds.slice(i, i + BATCH);
    const known = await deps.ledger.known(batch);
    const unknown = batch.filter((id) => !known.has(id));
    const note = async (id: string) => (await deps.arrivals.note(id, now + GRACE_MS)) === "noted";
    noted += doneOf(await fewInTurn(unknown, AT_ONCE, note));
  }
  return noted;
};

/** A part of the bucket each time, all of it within a day; how far it came is kept page by page. */
const look = async (now: Instant, deps: ReconcileDeps): Promise<{ seen: number; noted: number }> => {
  const last = await deps.rounds.read();
  if (last && last.after === undefined && now - last.began < ROUND_MS) return { seen: 0, noted: 0 };
  let round: Round = last?.after === undefined ? { began: now } : last;
  const done = { seen: 0, noted: 0 };
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { mailIds, more } = await deps.raw.after(round.after);
    done.noted += await noteUnknown(mailIds, now, deps);
    done.seen += mailIds.length;
    const after = more ? mailIds.at(-1) : undefined;
    round = { began: round.began, ...(after === undefined ? {} : { after }) };
    await deps.rounds.keep(round);
    if (after === undefined) break;
  }
  return done;
};

/**
 * Every raw mail ends in exactly one of three: one that nobody accounted for goes to a person. S3 says of each that it is
 * there; a listing, of which this does a part, finds those of which it did not.
 */
export const reconcileMail = async (
  deps: ReconcileDeps,
): Promise<{ found: number; seen: number; noted: number }> => {
  const now = deps.now();
  const due = await deps.arrivals.dueBy(now, MOST_DUE);
  const found = await fewInTurn(due, AT_ONCE, (mailId) => quarantine(mailId, now, deps));
  const looked = await look(now, deps);
  return { found: doneOf(found), ...looked };
};
